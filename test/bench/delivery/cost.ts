// What a message costs in DynamoDB from POST to its receipts, beside the least that DynamoDB as it is would take.

import { digits, printTable } from '../lab/table.ts';
import { type Least, least } from '../routes/step.ts';
import type { Recorded } from '../world/recorder.ts';
import type { OneMessage, StepName } from './recording.ts';

interface StepOfWay {
  readonly title: string;
  readonly least: Least;
  /** Where the least comes from. */
  readonly why: string;
}

/** Reads together, no transaction where one item is written, 1 unit for an index entry that is made or goes. */
const way: Readonly<Record<StepName, StepOfWay>> = {
  take: { title: 'take', least: least(2, 5, 12), why: 'as the route takeMessage' },
  email: {
    title: 'send the e-mail',
    least: least(3, 5, 3),
    why: 'claim, as due as it was (1); client, message, suppression, two keys; settle, out of the index (2)',
  },
  sms: {
    title: 'send the SMS',
    least: least(5, 5, 5),
    why: 'the same; count it against the cap (1), point its receipt to it (1)',
  },
  emailReceipt: { title: 'receipt of the e-mail', least: least(2, 1, 1), why: 'read the delivery, write it' },
  smsReceipt: { title: 'receipt of the SMS', least: least(3, 2, 1), why: 'read the pointer; the same' },
};

interface Row extends StepOfWay, Least {}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number) =>
  items.reduce((total, item) => total + of(item), 0);

function costOf(recorded: readonly Recorded[]): Least {
  const database = recorded.filter(({ operation }) => operation.startsWith('DynamoDB.'));
  return {
    requests: database.length,
    readUnits: sum(database, ({ readUnits }) => readUnits),
    writeUnits: sum(database, ({ writeUnits }) => writeUnits),
  };
}

const total = (costs: readonly Least[]): Least =>
  least(
    sum(costs, ({ requests }) => requests),
    sum(costs, ({ readUnits }) => readUnits),
    sum(costs, ({ writeUnits }) => writeUnits),
  );

export function printCost({ steps }: OneMessage): void {
  const rows: Row[] = Object.entries(way).map(([name, step]) => ({ ...step, ...costOf(steps[name as StepName]) }));
  const all: Row = { title: 'together', why: '', ...total(rows), least: total(rows.map((row) => row.least)) };
  const beside = (of: (cost: Least) => number) => (row: Row) => `${digits(of(row), 0)} (${digits(of(row.least), 0)})`;
  const above = (of: (cost: Least) => number) => (row: Row) => digits(of(row) / of(row.least), 2);
  printTable(
    'DynamoDB of a message of 200 characters by e-mail and SMS, in brackets the least possible',
    [
      { title: '', cell: ({ title }) => title, left: true },
      { title: 'requests', cell: beside(({ requests }) => requests) },
      { title: 'read units', cell: beside(({ readUnits }) => readUnits) },
      { title: 'write units', cell: beside(({ writeUnits }) => writeUnits) },
      { title: 'of the least: requests', cell: above(({ requests }) => requests) },
      { title: 'reads', cell: above(({ readUnits }) => readUnits) },
      { title: 'writes', cell: above(({ writeUnits }) => writeUnits) },
      { title: 'what the least is', cell: ({ why }) => why, left: true },
    ],
    [...rows, all],
  );
}
