// Colleagues whom a plan goes through: looked up only when the plan has come to them.
import type { Addressee } from '#deliveries/plan-deliveries.ts';
import type { App } from '#shared/app.ts';
import { type OpenedStaff, openStaff, staffReads } from '#staff/store.ts';

export const addresseeOf = ({ id, value }: OpenedStaff): Addressee => ({ ...value, staffId: id });

type Colleagues = ReadonlyMap<string, OpenedStaff | undefined>;

/**
 * Plans, and plans again with the colleagues that were missing, until none is. One batch read for each round (2 units for
 * each colleague), and no more rounds than a plan has steps: most plans need none.
 * @param known who was read before.
 */
export async function readColleagues<Result extends { missing?: string | readonly string[] }>(
  app: App,
  clientId: string,
  known: readonly OpenedStaff[],
  plan: (colleagues: Colleagues) => Result,
): Promise<{ result: Result; colleagues: OpenedStaff[] }> {
  const colleagues = new Map<string, OpenedStaff | undefined>(known.map((one) => [one.id, one]));
  for (;;) {
    const result = plan(colleagues);
    const missing = [result.missing ?? []].flat();
    const own = new Set(known.map(({ id }) => id));
    const read = [...colleagues.values()].filter((one) => one !== undefined && !own.has(one.id)) as OpenedStaff[];
    if (missing.length === 0) return { result, colleagues: read };
    const found = await app.db.read(missing.flatMap((staffId) => staffReads(clientId, staffId)));
    for (const staffId of missing) colleagues.set(staffId, openStaff(found, clientId, staffId));
  }
}
