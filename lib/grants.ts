// Who may do what with the tables: one row for each function and table, nothing by default. Tests on the engine are held to it.
import { type FunctionName, functionFacts, functionNames } from '#lib/functions.ts';
import type { TableId } from '#shared/tables.ts';

/** Reads are batches, writes are transactions or one update: see functions/shared/database.ts. */
const read = ['BatchGetItem'] as const;
const query = ['Query'] as const;
const write = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'] as const;
const replace = ['PutItem', 'DeleteItem'] as const;
const writeInBulk = ['BatchWriteItem'] as const;
type TableAction = (typeof read | typeof query | typeof write | typeof writeInBulk)[number];

export interface TableGrant {
  readonly table: TableId;
  readonly actions: readonly TableAction[];
  /** On this index rather than on the table. */
  readonly index?: string;
  /** Only items of these partitions; `*` stands for whatever follows. */
  readonly partitions?: readonly string[];
}

/** The service's own keys are made by the first function that needs one. */
const makeServiceKeys: TableGrant = { table: 'registerKeys', actions: ['PutItem'], partitions: ['SERVICE'] };

const send: readonly TableGrant[] = [
  { table: 'records', actions: [...read, 'UpdateItem'] },
  { table: 'messageKeys', actions: read },
  { table: 'registerKeys', actions: read },
];

export const tableGrants: Readonly<Record<FunctionName, readonly TableGrant[]>> = {
  directory: [
    { table: 'records', actions: [...read, ...query, ...write] },
    // A page of the register costs a query of records and one of keys.
    { table: 'registerKeys', actions: [...read, ...query, ...replace] },
  ],
  staff: [
    { table: 'records', actions: [...read, ...query, ...write] },
    // What is in somebody's inbox, before they are erased; whoever is to stand in must be there.
    { table: 'records', actions: query, index: 'list' },
    { table: 'registerKeys', actions: [...read, ...query, ...replace, 'ConditionCheckItem'] },
  ],
  // A search makes the index of people where there is none.
  desk: [
    { table: 'records', actions: [...read, ...query, ...replace, 'ConditionCheckItem', ...writeInBulk] },
    // The keys of today's messages.
    { table: 'messageKeys', actions: read },
    { table: 'registerKeys', actions: [...read, ...query, 'PutItem'] },
    makeServiceKeys,
  ],
  access: [
    { table: 'records', actions: [...read, ...query, ...write] },
    // Likewise a page of members.
    { table: 'registerKeys', actions: [...read, ...query, ...replace] },
  ],
  messages: [
    { table: 'records', actions: [...read, ...query, ...write] },
    { table: 'records', actions: query, index: 'list' },
    { table: 'messageKeys', actions: [...read, ...write] },
    { table: 'registerKeys', actions: read },
    // What is erased may stand in a file.
    { table: 'registerKeys', actions: ['DeleteItem'], partitions: ['FILES#*'] },
    makeServiceKeys,
  ],
  amendments: [
    { table: 'records', actions: [...read, 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
    { table: 'messageKeys', actions: [...read, 'UpdateItem', 'ConditionCheckItem'] },
    { table: 'registerKeys', actions: read },
    makeServiceKeys,
  ],
  attention: [
    { table: 'records', actions: [...read, ...query, ...replace, 'UpdateItem'] },
    { table: 'records', actions: query, index: 'list' },
    // Notes on tasks are sealed under keys that stand with the message's.
    { table: 'messageKeys', actions: [...read, 'UpdateItem'] },
    // A list of suppressed addresses changes as long as there is an owner.
    { table: 'registerKeys', actions: [...read, 'ConditionCheckItem'] },
    makeServiceKeys,
  ],
  agreements: [
    { table: 'records', actions: [...read, 'PutItem', 'UpdateItem'] },
    { table: 'records', actions: query, partitions: ['AGREEMENTS#*', 'SUB_PROCESSORS', 'CLIENTS'] },
    // Whether any agreement stands.
    { table: 'records', actions: query, index: 'due' },
    { table: 'registerKeys', actions: read },
    { table: 'registerKeys', actions: query, partitions: ['AGREEMENTS#*', 'SUB_PROCESSORS', 'CLIENTS'] },
    // Among them those of the service itself: its details stand there.
    { table: 'registerKeys', actions: ['PutItem'], partitions: ['AGREEMENTS#*', 'SUB_PROCESSORS', 'SERVICE'] },
  ],
  // Papers are made of what stands; nothing is written.
  documents: [
    { table: 'records', actions: read },
    { table: 'registerKeys', actions: read },
  ],
  privacy: [
    { table: 'records', actions: [...read, ...replace] },
    { table: 'records', actions: query, partitions: ['ERASURE_LOG', 'AUDIT_LOG', 'AUDIT#*', 'EXPORTS#*'] },
    { table: 'records', actions: query, partitions: ['ERASURES#*', 'CERTIFICATES#*', 'FINDINGS#*'] },
    // Erasures of all clients.
    { table: 'records', actions: query, index: 'list', partitions: ['ERASURES#*'] },
    // That somebody asks for a link to a file is noted on it, and on a request what is asked to be erased.
    { table: 'records', actions: ['UpdateItem'], partitions: ['FILES#*', 'REQUESTS#*'] },
    { table: 'registerKeys', actions: read },
    // The key of how its calls are answered stands behind its messages; that of the index of its people apart.
    { table: 'registerKeys', actions: ['DeleteItem'], partitions: ['CLIENTS', 'MESSAGES#*', 'DIRECTORY#*', 'FILES#*'] },
    makeServiceKeys,
  ],
  requests: [
    { table: 'records', actions: [...read, 'PutItem'] },
    // What was found, before somebody says that nothing was; the files of a report that is taken back.
    { table: 'records', actions: query, partitions: ['REQUESTS#*', 'FINDINGS#*', 'FILES#*'] },
    { table: 'records', actions: query, index: 'list' },
    // A report is released with its request. A step may take back what is asked to be erased.
    { table: 'records', actions: ['UpdateItem'], partitions: ['FILES#*', 'ERASURES#*'] },
    { table: 'records', actions: ['DeleteItem'], partitions: ['FINDINGS#*'] },
    // The key of a request is renewed at every edit.
    { table: 'registerKeys', actions: [...read, 'PutItem'] },
    { table: 'registerKeys', actions: ['DeleteItem'], partitions: ['FILES#*'] },
  ],
  findings: [
    { table: 'records', actions: [...read, 'PutItem', 'ConditionCheckItem'] },
    // What was found is shown as it stands; machine clients and sub-processors stand in partitions of the whole service.
    { table: 'records', actions: query, partitions: ['FINDINGS#*', 'MACHINES', 'SUB_PROCESSORS'] },
    // A report that is made anew, and its files.
    { table: 'records', actions: ['DeleteItem'], partitions: ['FINDINGS#*'] },
    { table: 'messageKeys', actions: read },
    // A request whose report is made anew is written, and its key renewed.
    { table: 'registerKeys', actions: [...read, 'PutItem'] },
    { table: 'registerKeys', actions: query, partitions: ['SUB_PROCESSORS'] },
    { table: 'registerKeys', actions: ['DeleteItem'], partitions: ['FILES#*'] },
  ],
  public: [],
  'dispatch-deliveries': [],
  'rebuild-directory': [
    { table: 'records', actions: [...read, ...query, ...replace, 'ConditionCheckItem', ...writeInBulk] },
    { table: 'registerKeys', actions: [...read, ...query, 'PutItem'] },
  ],
  'send-email': send,
  'send-sms': send,
  'note-receipts': [
    { table: 'records', actions: [...read, 'PutItem', 'UpdateItem'] },
    // An address opens with the message's key and its owner's, and is suppressed as long as there is an owner.
    { table: 'messageKeys', actions: read },
    { table: 'registerKeys', actions: [...read, 'ConditionCheckItem'] },
  ],
  'forward-sms-receipts': [],
  'send-canary-email': [],
  'send-canary-sms': [],
  'note-dead-letters': [{ table: 'records', actions: [...read, 'PutItem'] }],
  tick: [
    { table: 'records', actions: [...read, 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
    { table: 'records', actions: query, index: 'due' },
    // A next step is planned by the register, and sealed under the keys of those whose addresses it goes to.
    { table: 'registerKeys', actions: read },
    // Under the message's stable key too, which goes with the message.
    { table: 'messageKeys', actions: [...read, 'ConditionCheckItem'] },
  ],
  'sweep-expired': [
    { table: 'records', actions: [...read, ...query, ...replace, 'UpdateItem', ...writeInBulk] },
    { table: 'records', actions: query, index: 'due' },
    // A staff member whose absence is forgotten gets a new key.
    { table: 'registerKeys', actions: [...read, 'PutItem'] },
    // Where messages get a shorter time, the files that they stand in end.
    { table: 'registerKeys', actions: ['DeleteItem'], partitions: ['FILES#*'] },
    { table: 'messageKeys', actions: [...read, 'UpdateItem'] },
    { table: 'messageKeys', actions: query, index: 'expiry' },
  ],
  // It destroys keys, and reads none.
  'erase-clients': [
    { table: 'records', actions: [...read, ...query, ...replace, 'UpdateItem', ...writeInBulk] },
    { table: 'registerKeys', actions: ['DeleteItem'] },
    { table: 'messageKeys', actions: ['UpdateItem'] },
  ],
  // It reads what is to be taken out, makes keys for files, and destroys those of what is erased.
  'work-jobs': [
    // An erasure clears away many items at once.
    { table: 'records', actions: [...read, ...query, ...write, ...writeInBulk] },
    { table: 'messageKeys', actions: [...read, 'UpdateItem'] },
    { table: 'registerKeys', actions: [...read, ...query, ...replace, 'ConditionCheckItem'] },
  ],
  'tend-privacy': [
    // It orders letters and other jobs, and raises tasks.
    { table: 'records', actions: [...read, 'PutItem', 'UpdateItem', 'DeleteItem'] },
    { table: 'records', actions: query, partitions: ['FINDINGS#*', 'SUB_PROCESSORS'] },
    { table: 'records', actions: query, index: 'due' },
    // Erasures that nobody confirms.
    { table: 'records', actions: query, index: 'list', partitions: ['ERASURES#open'] },
    // Whether a request still opens.
    // An ended client's numbers are free again: they stand in its record.
    { table: 'registerKeys', actions: read, partitions: ['REQUESTS#*', 'CLIENTS', 'SERVICE'] },
    {
      table: 'registerKeys',
      actions: ['DeleteItem'],
      partitions: ['FILES#*', 'REQUESTS#*', 'AGREEMENTS#*', 'CLIENTS', 'MESSAGES#*', 'DIRECTORY#*'],
    },
  ],
  'close-day': [
    { table: 'records', actions: [...query, 'UpdateItem'], partitions: ['ERASURE_LOG', 'AUDIT_LOG'] },
    // The rows of the day.
    { table: 'records', actions: query, index: 'due', partitions: ['AUDIT#*'] },
    { table: 'records', actions: read, partitions: ['AUDIT#*'] },
  ],
  'add-token-claims': [{ table: 'records', actions: read }],
};

export interface TableRefusal {
  readonly actions: readonly TableAction[];
  readonly partitions: readonly string[];
}

const change = ['UpdateItem', 'DeleteItem', 'BatchWriteItem'] as const;
const ROWS = 'AUDIT#*';
const DAYS = 'AUDIT_LOG';

/**
 * What is refused with the audit in Records, whatever else is allowed there: functions of the API add rows and change none,
 * one function adds days, and all others do neither. A row that is put over another shows against the signed day.
 */
export function auditRefusals(name: FunctionName): readonly TableRefusal[] {
  if (!tableGrants[name].some(({ table }) => table === 'records')) return [];
  if (name === 'close-day')
    return [
      { actions: ['PutItem', 'DeleteItem', 'BatchWriteItem'], partitions: [ROWS, DAYS] },
      { actions: ['UpdateItem'], partitions: [ROWS] },
    ];
  if (functionFacts[name].folder !== 'api') return [{ actions: ['PutItem', ...change], partitions: [ROWS, DAYS] }];
  return [
    { actions: change, partitions: [ROWS, DAYS] },
    { actions: ['PutItem'], partitions: [DAYS] },
  ];
}

/** Who reads many keys of a table at once, by its partition. */
export const queriersOf = (table: TableId): FunctionName[] =>
  functionNames.filter((name) =>
    tableGrants[name].some((grant) => grant.table === table && !grant.index && grant.actions.includes('Query')),
  );
