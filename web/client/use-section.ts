// One part of a record under change: what was typed outlives reloads and sign-outs, and is put together with what others did.
import { useMemo, useState } from 'preact/hooks';
import { type Clash, mergeChanges, type Side } from '#web/api/merge-changes.ts';
import type { Failure } from '#web/api/outcome.ts';
import { type Begun, saveChanges } from '#web/api/save-changes.ts';
import { errorsAt } from '#web/client/field-errors.ts';
import type { Source, Versioned } from '#web/client/record-source.ts';
import { useDraft } from '#web/kept/drafts.ts';
import type { FieldError } from '#web/parts/error-summary.tsx';
import { toast } from '#web/parts/toast.tsx';
import { t } from '#web/words/words.ts';

interface Clashing<T> {
  clashes: Clash[];
  theirs: T;
  etag: string;
}

export interface Section<T> {
  value: T;
  /** As it is kept by the service. */
  saved: T;
  isChanged: boolean;
  /** When what stands here was written, where it was found again. */
  restored: number | null;
  busy: boolean;
  failure: Failure | undefined;
  errors: readonly FieldError[];
  clashing: Clashing<T> | undefined;
  set(next: T): void;
  patch(part: Partial<T>): void;
  undo(): void;
  save(): Promise<void>;
  settle(sides: ReadonlyMap<string, Side>): Promise<void>;
  leaveClash(): void;
}

const nothing: readonly FieldError[] = [];

/**
 * @param id of the draft.
 * @param pick the fields that this part changes, as a patch would send them.
 */
export function useSection<R, T extends object>(
  id: string,
  source: Source<R, Partial<T>>,
  { record, etag }: Versioned<R>,
  pick: (record: R) => T,
): Section<T> {
  const draft = useDraft<Begun<T> | null>(id, null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [errors, setErrors] = useState(nothing);
  const [clashing, setClashing] = useState<Clashing<T>>();
  const saved = useMemo(() => pick(record), [record]);
  const begun = draft.value.value;
  const value = begun?.mine ?? saved;

  async function saveThis(toSave: Begun<T>): Promise<void> {
    setBusy(true);
    const came = await saveChanges(toSave, {
      send: (changes, version) => source.send(changes, version),
      readAgain: async () => {
        const read = await source.read.refresh();
        return read.kind === 'ok'
          ? { ...read, value: { value: pick(read.value.record), etag: read.value.etag } }
          : read;
      },
    });
    setBusy(false);
    setFailure(came.kind === 'refused' ? came.failure : undefined);
    setErrors(came.kind === 'refused' ? errorsAt(came.failure, came.begun.mine) : nothing);
    setClashing(came.kind === 'clash' ? came : undefined);
    if (came.kind === 'refused' && came.begun !== toSave) draft.value.value = came.begun;
    if (came.kind !== 'saved') return;
    // What was typed while it was under way stays, and goes with the next.
    if (draft.value.peek()?.mine === toSave.mine) draft.clear();
    toast(came.isMerged ? t.client.mergedSaved : t.client.saved);
  }

  const set = (mine: T) => {
    const now = draft.value.peek();
    draft.value.value = { base: now?.base ?? saved, etag: now?.etag ?? etag, mine };
  };

  return {
    value,
    saved,
    isChanged: begun !== null,
    restored: draft.restored.value,
    busy,
    failure,
    errors,
    clashing,
    set,
    patch: (part) => set({ ...(draft.value.peek()?.mine ?? saved), ...part }),
    undo: () => {
      draft.clear();
      setFailure(undefined);
      setErrors(nothing);
    },
    save: async () => {
      const now = draft.value.peek();
      if (now && !busy) await saveThis(now);
    },
    settle: async (sides) => {
      const now = draft.value.peek();
      if (!now || !clashing) return;
      const { theirs } = clashing;
      const settled = mergeChanges(now.base, now.mine, theirs, (pointer) => sides.get(pointer) ?? 'mine');
      const next = { base: theirs, etag: clashing.etag, mine: settled.value };
      draft.value.value = next;
      setClashing(undefined);
      await saveThis(next);
    },
    leaveClash: () => setClashing(undefined),
  };
}
