// The bodies and answers of the API by operation: `Reply<'takeMessage'>`, `Body<'takeMessage'>`.
import type { components, operations } from '#web/api/schema.d.ts';

type JsonOf<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
type Success = 200 | 201 | 202;

type OperationId = keyof operations;

export type Reply<Id extends OperationId> = operations[Id] extends { responses: infer Responses }
  ? { [Status in keyof Responses & Success]: JsonOf<Responses[Status]> }[keyof Responses & Success]
  : never;

export type Body<Id extends OperationId> = operations[Id] extends { requestBody?: infer Request }
  ? JsonOf<NonNullable<Request>>
  : never;

export type Query<Id extends OperationId> = operations[Id] extends { parameters: { query?: infer Asked } }
  ? NonNullable<Asked>
  : never;

export type Me = Reply<'readMe'>;
export type Membership = Me['memberships'][number];
export type Client = components['schemas']['Client'];
export type StaffMember = components['schemas']['StaffMember'];
export type Message = components['schemas']['Message'];
export type Delivery = components['schemas']['Delivery'];
export type Task = components['schemas']['Task'];
/** About a message; the others are about a request, an agreement, an erasure. */
export type MessageTask = Extract<Task, { messageId: string }>;
export const isAboutMessage = (task: Task): task is MessageTask => 'messageId' in task;
