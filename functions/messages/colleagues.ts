// Colleagues whom a plan goes through, or who stands in for them: looked up only when the plan has come to them.
import type { Addressee } from '#deliveries/plan-deliveries.ts';
import type { App } from '#shared/app.ts';
import { type Lead, openReplacements } from '#staff/replacements.ts';
import { type OpenedStaff, openStaff, staffReads } from '#staff/store.ts';

export const addresseeOf = ({ id, value }: OpenedStaff): Addressee => ({ ...value, staffId: id });

type Colleagues = ReadonlyMap<string, Lead>;

/** As a plan looks at them. */
export const addresseesOf = (colleagues: Colleagues) =>
  new Map([...colleagues].map(([id, lead]) => [id, typeof lead === 'object' ? addresseeOf(lead) : lead]));

/**
 * Plans, and plans again with the colleagues that were missing, until none is. One batch read for each round (2 units for
 * each colleague), and no more rounds than a plan has steps: most plans need none. For a colleague who has been erased what
 * `openReplacements` costs comes on top.
 * @param known who was read before.
 */
export async function readColleagues<Result extends { missing?: string | readonly string[] }>(
  app: App,
  clientId: string,
  known: readonly OpenedStaff[],
  plan: (colleagues: Colleagues) => Result,
): Promise<{ result: Result; colleagues: OpenedStaff[] }> {
  const colleagues = new Map<string, Lead>(known.map((one) => [one.id, one]));
  for (;;) {
    const result = plan(colleagues);
    const missing = [result.missing ?? []].flat();
    const own = new Set(known.map(({ id }) => id));
    const read = [...colleagues.values()].filter((one) => typeof one === 'object').filter(({ id }) => !own.has(id));
    if (missing.length === 0) return { result, colleagues: read };
    for (const [staffId, lead] of await readLeads(app, clientId, missing)) colleagues.set(staffId, lead);
  }
}

/** Each as the register has them, or who stands in. */
async function readLeads(app: App, clientId: string, staffIds: readonly string[]): Promise<Map<string, Lead>> {
  const found = await app.db.read(staffIds.flatMap((staffId) => staffReads(clientId, staffId)));
  const leads = new Map<string, Lead>(staffIds.map((staffId) => [staffId, openStaff(found, clientId, staffId)]));
  const gone = staffIds.filter((staffId) => !leads.get(staffId));
  for (const [staffId, lead] of await openReplacements(app, clientId, gone)) leads.set(staffId, lead);
  return leads;
}
