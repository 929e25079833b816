// Whose telephone number it is: a row for each, keyed by an HMAC, written with the client in one transaction.
import { numberHmac } from '#clients/lines.ts';
import type { ClientDetails } from '#clients/schema.ts';
import type { App } from '#shared/app.ts';
import type { ReadRequest } from '#shared/found.ts';
import { type Finding, Problem } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { Condition, Write } from '#shared/writes.ts';

type Numbers = Pick<ClientDetails, 'numbers'>['numbers'];

export async function numberRead(app: App, e164: string): Promise<ReadRequest> {
  const key = await app.serviceKeys.get('hmac');
  return { table: 'records', key: recordKeys.number(numberHmac(key, e164)) };
}

/** A row of its own may stand there: a restore brings rows back, but not always the list that they were made from. */
const freeFor = (clientId: string): Condition => ({
  expression: 'attribute_not_exists(pk) OR clientId = :client',
  values: { ':client': clientId },
});

export interface NumberChange {
  /** The rows of the numbers that are new come first. */
  writes: Write[];
  /** For each row that is new, where its number stands in the list. */
  added: number[];
}

/** 2 write units for each number that comes or goes; none for one that stays. */
export async function changeNumbers(
  app: App,
  clientId: string,
  before: Numbers,
  after: Numbers,
): Promise<NumberChange> {
  const had = new Set(before.map(({ number }) => number));
  const has = new Set(after.map(({ number }) => number));
  const added = after.flatMap(({ number }, index) => (had.has(number) ? [] : [index]));
  const puts = added.map(async (index): Promise<Write> => {
    const { key } = await numberRead(app, after[index]?.number ?? '');
    return { table: 'records', put: { ...key, kind: 'number', clientId }, condition: freeFor(clientId) };
  });
  const deletes = before
    .filter(({ number }) => !has.has(number))
    .map(async ({ number }): Promise<Write> => ({ table: 'records', delete: (await numberRead(app, number)).key }));
  return { writes: await Promise.all([...puts, ...deletes]), added };
}

/**
 * What the failure of a transaction says about numbers.
 * @param from index of the first write of the change in the transaction.
 * @returns a Problem number-taken that points at each, or undefined where no number stood in the way.
 */
export function numberTaken(error: unknown, from: number, { added }: NumberChange): Problem | undefined {
  if (!(error instanceof ConflictError)) return undefined;
  const errors = added.flatMap((index, n): Finding[] =>
    error.at(from + n) ? [{ pointer: `/numbers/${index}/number`, detail: 'Belongs to another client' }] : [],
  );
  return errors.length > 0 ? new Problem('number-taken', { errors, cause: error }) : undefined;
}
