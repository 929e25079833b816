// Who may do what with the tables: one row for each function and table, nothing by default.

import type { FunctionName } from '#lib/functions.ts';
import type { TableId } from '#shared/tables.ts';

const read = ['BatchGetItem', 'GetItem'] as const;
const write = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'] as const;
const query = ['Query'] as const;
export type TableAction = (typeof read | typeof write | typeof query)[number];

export interface TableGrant {
  readonly table: TableId;
  readonly actions: readonly TableAction[];
  /** On this index rather than on the table. */
  readonly index?: string;
  /** Only items of these partitions. */
  readonly partitions?: readonly string[];
}

/** The service's own keys are made by the first function that needs one. */
const makeServiceKeys: TableGrant = { table: 'registerKeys', actions: ['PutItem'], partitions: ['SERVICE'] };

const send: readonly TableGrant[] = [
  { table: 'records', actions: [...read, 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
  { table: 'messageKeys', actions: read },
  { table: 'registerKeys', actions: read },
];

export const tableGrants: Readonly<Record<FunctionName, readonly TableGrant[]>> = {
  directory: [
    { table: 'records', actions: [...read, ...query, ...write] },
    { table: 'registerKeys', actions: [...read, ...write] },
  ],
  access: [
    { table: 'records', actions: [...read, ...query, ...write] },
    { table: 'records', actions: query, index: 'list' },
    { table: 'registerKeys', actions: [...read, ...write] },
  ],
  messages: [
    { table: 'records', actions: [...read, ...query, ...write] },
    { table: 'records', actions: query, index: 'list' },
    { table: 'messageKeys', actions: [...read, ...write] },
    { table: 'registerKeys', actions: read },
    makeServiceKeys,
  ],
  public: [],
  'dispatch-deliveries': [],
  'send-email': send,
  'send-sms': send,
  tick: [
    { table: 'records', actions: [...read, 'UpdateItem'] },
    { table: 'records', actions: query, index: 'due' },
  ],
  'add-token-claims': [
    { table: 'records', actions: read },
    { table: 'records', actions: query, index: 'list' },
  ],
};
