// What goes around the erasing of a client that is gone: before the first record it is counted, after the last one it is certified.
import type { ErasureApp } from '#erasures/app.ts';
import { countClient } from '#erasures/count-client.ts';
import { issueCertificate } from '#erasures/issue-certificate.ts';
import { type ErasureRecord, toErasureRecord, writeErasure } from '#erasures/store.ts';
import type { ErasureUnderWay } from '#privacy/client-erasure.ts';
import type { Framing } from '#privacy/erase-clients.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';

/**
 * Costs one query for each run (1 unit for 4 KB), once what `countClient` costs and a transaction of 2 units, and once what
 * `issueCertificate` costs. The count stands before anything goes: a run that died goes on with the first one.
 */
export const frameClient = (app: ErasureApp): Framing => ({
  async before(run, underWay) {
    const erasure = await erasureOf(app, underWay);
    if (!erasure || erasure.begun) return true;
    const counted = await countClient(app, run, { clientId: erasure.clientId, messages: true, registerOnly: false });
    if (!counted) return false;
    // The client's own record is gone since it was confirmed: what stood in it was counted before.
    const { contacts = 0, answering = 0 } = erasure.counted?.counts ?? {};
    const counts = { ...counted.counts, client: 1, contacts, answering };
    await writeErasure(app, { ...erasure, begun: { ...counted, counts } });
    return true;
  },

  async after(underWay) {
    const erasure = await erasureOf(app, underWay);
    if (erasure) await issueCertificate(app, erasure);
  },
});

/** A row that asks for the rest may have come back without its erasure's id: then it is the one that is not over. */
async function erasureOf({ db }: ErasureApp, underWay: ErasureUnderWay): Promise<ErasureRecord | undefined> {
  const rows = await db.queryAll({
    table: 'records',
    partition: { name: recordsTable.partitionKey, value: recordKeys.erasuresOf(underWay.clientId).pk },
    consistent: true,
  });
  const open = rows
    .map(toErasureRecord)
    .filter(({ what, state }) => what === 'client' && state !== 'done' && state !== 'withdrawn');
  return open.find(({ id }) => id === underWay.erasureId) ?? open.at(-1);
}
