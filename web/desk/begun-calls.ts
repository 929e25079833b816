// Messages that were begun and are not sent, in whichever window: signing out takes them from the browser, so it is said before.
import { hasText } from '#web/desk/call.ts';
import type { Desk } from '#web/desk/desk-machine.ts';
import { isDesk } from '#web/desk/gone-desks.ts';
import { sealDrafts } from '#web/kept/drafts.ts';
import { ownStore } from '#web/kept/own-store.ts';

export async function countBegunCalls(): Promise<number> {
  await sealDrafts();
  const drafts = (await ownStore.peek()?.all<Desk>('draft')) ?? [];
  const calls = drafts
    .filter(({ id }) => isDesk(id))
    .flatMap(({ value }) => [...(value.call ? [value.call] : []), ...value.parked])
    .filter((call) => call.sentAs === null && hasText(call));
  // Between two windows one may lie in both for a moment.
  return new Set(calls.map(({ id }) => id)).size;
}
