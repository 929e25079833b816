// A record under change in a form of plain fields: what the writer changed of what they read, put together with what others did.

import { changedFields } from '#web/api/merge-changes.ts';
import type { Outcome } from '#web/api/outcome.ts';
import { type Begun, type Saved, saveChanges, type Ways } from '#web/api/save-changes.ts';
import { type Draft, useDraft } from '#web/kept/drafts.ts';
import type { Refusal, Sending } from '#web/privacy/sending.ts';
import { t } from '#web/words/words.ts';

export interface Change<F> {
  readonly filled: F;
  readonly draft: Draft<Begun<F> | null>;
  readonly isChanged: boolean;
  set(part: Partial<F>): void;
  save(sending: Sending, ways: Ways<F>, saved: (isMerged: boolean) => void): Promise<void>;
}

export const savedWords = (isMerged: boolean): string => (isMerged ? t.privacy.mergedSaved : t.privacy.saved);

/** What somebody else has written into the same fields, beside each of them. Pure. */
export function clashRefusal(
  { clashes }: Pick<Extract<Saved<object>, { kind: 'clash' }>, 'clashes'>,
  pointerOf: (field: string) => string,
): Refusal {
  const { theirs, theirsEmpty, clash } = t.privacy;
  const wrong = clashes.map(({ pointer, theirs: value }) => [
    pointerOf(pointer.slice(1)),
    value === '' ? theirsEmpty : theirs(String(value)),
  ]);
  return { wrong: Object.fromEntries(wrong), whole: clash };
}

/**
 * @param id of the draft.
 * @param now as it is read now; what the first change began from stays with the draft.
 * @param pointerOf the field of the form by its name in `F`.
 */
export function useChange<F extends Readonly<Record<string, string>>>(
  id: string,
  now: { value: F; etag: string },
  pointerOf: (field: string) => string,
): Change<F> {
  const draft = useDraft<Begun<F> | null>(id, null);
  const filled = draft.value.value?.mine ?? now.value;

  /** What was typed while it was under way stays typed. */
  function goOn(begun: Begun<F>, next: Begun<F>): void {
    const typed = changedFields(begun.mine, draft.value.peek()?.mine ?? begun.mine);
    draft.value.value = { ...next, mine: { ...next.mine, ...typed } };
  }

  async function save(sending: Sending, ways: Ways<F>, saved: (isMerged: boolean) => void): Promise<void> {
    const begun = draft.value.peek() ?? { base: now.value, mine: now.value, etag: now.etag };
    let clashing: Refusal | undefined;
    const call = async (): Promise<Outcome<boolean>> => {
      const came = await saveChanges(begun, ways);
      if (came.kind === 'saved') return { kind: 'ok', value: came.isMerged, etag: null };
      if (came.kind === 'refused') {
        if (came.begun !== begun) goOn(begun, came.begun);
        return came.failure;
      }
      clashing = clashRefusal(came, pointerOf);
      // Seen beside each field from now on: whoever saves again means it.
      const { theirs: base, etag, mine } = came;
      goOn(begun, { base, etag, mine });
      return { kind: 'problem', code: 'version-conflict', status: 412, fields: [] };
    };
    await sending.send(
      call,
      (isMerged) => {
        if ((draft.value.peek()?.mine ?? begun.mine) === begun.mine) draft.clear();
        saved(isMerged);
      },
      () => clashing,
    );
  }

  return {
    filled,
    draft,
    isChanged: Object.keys(changedFields(draft.value.value?.base ?? now.value, filled)).length > 0,
    set(part) {
      const { base, etag, mine } = draft.value.peek() ?? { base: now.value, etag: now.etag, mine: now.value };
      draft.value.value = { base, etag, mine: { ...mine, ...part } };
    },
    save,
  };
}
