// What was being written at the desk in windows that are gone: this one takes it over, as drafts.
import type { Desk } from '#web/desk/desk-machine.ts';
import { ownStore } from '#web/kept/own-store.ts';
import { tabName, whenGone } from '#web/kept/tabs.ts';

const DRAFT = 'draft:desk:';

/** Each window has its own: two that wrote in one would write over each other. */
export const ownDraft = (): string => DRAFT + tabName();

/** Of whichever window. */
export const isDesk = (draftId: string): boolean => draftId.startsWith(DRAFT);

/** @param take is to have it sealed as its own when it resolves: the other's is deleted then. */
export async function takeOver(take: (desk: Desk) => Promise<void>): Promise<void> {
  const store = ownStore.peek();
  const rows = (await store?.all<Desk>('draft').catch(() => [])) ?? [];
  for (const { id } of rows.filter((row) => isDesk(row.id) && row.id !== ownDraft()))
    await whenGone(id.slice(DRAFT.length), async () => {
      // Somebody may have been faster.
      const found = await store?.get<Desk>(id);
      if (!found) return;
      await take(found.value);
      await store?.delete(id);
    });
}
