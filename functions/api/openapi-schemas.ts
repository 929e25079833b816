// The schemas of the OpenAPI document: JSON Schema made from those that requests and replies are parsed by.
import * as z from 'zod/mini';
import { MatterTask, MessageTask, Task } from '#attention/schema.ts';
import { Client, ClientInput, ClientPatch } from '#clients/schema.ts';
import { DeliveryView } from '#deliveries/schema.ts';
import { Message, MessageEdit, MessageInput } from '#messages/schema.ts';
import { SubjectRequest } from '#requests/schema.ts';
import { problems } from '#shared/problems.ts';
import type { Lazy } from '#shared/route.ts';
import { StaffInput, StaffMember, StaffPatch } from '#staff/schema.ts';

export type Json = Record<string, unknown>;

/** Schemas that stand under a name of their own. */
const named = {
  Client,
  ClientInput,
  ClientPatch,
  StaffMember,
  StaffInput,
  StaffPatch,
  Message,
  MessageInput,
  MessageEdit,
  Delivery: DeliveryView,
  Task,
  MessageTask,
  MatterTask,
  SubjectRequest,
};

/** Of a check in code JSON Schema knows nothing: that these are not empty is said here. */
const patches: ReadonlySet<string> = new Set([
  'ClientPatch',
  'StaffPatch',
  'MessageEdit',
] satisfies (keyof typeof named)[]);

export const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457. `errors` point at what is wrong; values are never repeated.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', description: '`urn:answeronline:problem:` and the code' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    erasedAt: { type: 'string', format: 'date-time' },
    because: {
      type: 'string',
      enum: ['time', 'request'],
      description: 'With `erased`: its time was over, or somebody asked for it',
    },
  },
};

/** `id` as zod's own name of a schema is a word; a field that is called `id` is a schema, and stays. */
const isDropped = (key: string, inner: unknown): boolean =>
  key === '$schema' || key === '~standard' || (key === 'id' && typeof inner === 'string');

/** Before a transform zod leaves the default out: it might be none of what is sent. Ours are: `limit` is its digits. */
function keepDefault({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: Json }): void {
  const { def } = zodSchema._zod;
  if (def.type === 'default') jsonSchema.default ??= def.defaultValue;
}

/** Turns schemas to JSON Schema; named ones are put among the components and referred to. */
export function schemaWriter() {
  const registry = z.registry<{ id?: string; minProperties?: number }>();
  for (const [id, schema] of Object.entries(named))
    registry.add(schema(), { id, ...(patches.has(id) && { minProperties: 1 }) });
  const components: Json = {};

  const pointed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(pointed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        // A format says it; the regular expression behind it is for machines of another kind.
        .filter(([key, inner]) => !isDropped(key, inner) && !(key === 'pattern' && 'format' in value))
        .map(([key, inner]) => [
          key,
          key === '$ref' ? String(inner).replace('#/$defs/', '#/components/schemas/') : pointed(inner),
        ]),
    );
  };

  /** Wrapped in a list, so that a named schema is referred to at the top as well. */
  const write = (schema: Lazy, io: 'input' | 'output'): unknown => {
    const { items, $defs = {} } = z.toJSONSchema(z.array(schema()), {
      io,
      metadata: registry,
      unrepresentable: 'any',
      override: keepDefault,
    }) as Json & { $defs?: Json };
    for (const [id, definition] of Object.entries($defs)) components[id] = pointed(withoutId(definition as Json));
    return pointed(items);
  };

  return { write, components };
}

const withoutId = ({ id: _, ...schema }: Json): Json => schema;

export type SchemaWriter = ReturnType<typeof schemaWriter>['write'];
