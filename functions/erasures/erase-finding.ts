// Erases one thing that was found of a person. Each may be repeated: what is gone is gone.
import type { ErasureApp } from '#erasures/app.ts';
import { eraseContacts } from '#erasures/erase-contacts.ts';
import { eraseSuppressed } from '#erasures/erase-suppressed.ts';
import { wayToErase } from '#erasures/ways-to-erase.ts';
import { eraseMessage } from '#messages/delete-message.ts';
import { messageRead, toMessageRecord } from '#messages/store.ts';
import type { Finding } from '#requests/findings.ts';
import type { Quest } from '#requests/search/quest.ts';
import { eraseLeaver, leaverReads } from '#staff/erase-staff-member.ts';
import { withdrawOne } from '#users/withdraw-all-users.ts';

interface Place {
  /** The client. */
  home: string;
  recordId: string;
  quest: Quest;
}

type Eraser = (app: ErasureApp, place: Place) => Promise<void>;

/** The order: what is found by a person's addresses goes before the records that say them. */
export const storesInOrder = ['client', 'suppression', 'message', 'membership', 'staff'] as const;

/** The person's own records: as long as they stand a search knows the person by them. */
export const ownStores: readonly string[] = ['membership', 'staff'];

const erasers: Readonly<Record<(typeof storesInOrder)[number], Eraser>> = {
  client: eraseContacts,
  suppression: eraseSuppressed,

  async message(app, { home, recordId }) {
    const read = messageRead(home, recordId);
    const item = (await app.db.read([read])).get(read);
    if (item) await eraseMessage(app, toMessageRecord(item));
  },

  membership: (app, { home, recordId }) => withdrawOne(app, home, recordId),

  async staff(app, { home, recordId }) {
    const leaver = { clientId: home, staffId: recordId };
    await eraseLeaver(app, leaver, await app.db.read(leaverReads(leaver)));
  },
};

const isInOrder = (store: string): store is keyof typeof erasers => storesInOrder.includes(store as never);

/** Of these what goes are entries that are the person's beyond doubt; what is left is found again, and left to people. */
const storesOfEntries: readonly string[] = ['client', 'suppression'];

export const mayErase = (finding: Finding): boolean =>
  finding.decision === 'include' && (storesOfEntries.includes(finding.store) || wayToErase(finding) === 'erased');

/** @throws StaleReadError where somebody else changes it just now. */
export async function eraseFinding(app: ErasureApp, { store, home, recordId }: Finding, quest: Quest): Promise<void> {
  if (isInOrder(store)) await erasers[store](app, { home, recordId, quest });
}
