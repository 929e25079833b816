// Drafts: what is being written, sealed a moment after the last key, and found again after whatever happened.
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { ownStore } from '#web/kept/own-store.ts';

const AFTER_MS = 300;

const open = new Set<{ seal(): Promise<void> }>();

/** Before the page is left on purpose: what was typed a moment ago lies in the store. */
export const sealDrafts = async (): Promise<void> => {
  await Promise.all([...open].map((draft) => draft.seal()));
};

export interface Draft<T> {
  readonly value: Signal<T>;
  /** When what stands here was written, where it was found again. */
  readonly restored: ReadonlySignal<number | null>;
  /** The store has been asked: from now on nothing comes back. */
  readonly ready: ReadonlySignal<boolean>;
  /** At once: what was sent is no draft any longer. */
  seal(): Promise<void>;
  clear(): void;
}

export class KeptDraft<T> implements Draft<T> {
  readonly value: Signal<T>;
  readonly restored = signal<number | null>(null);
  readonly ready = signal(false);
  readonly #id: string;
  readonly #empty: T;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;

  constructor(id: string, empty: T) {
    this.#id = id;
    this.#empty = empty;
    this.value = signal(empty);
  }

  /** @returns what ends it. */
  start(): () => void {
    let isFirst = true;
    const stop = this.value.subscribe(() => {
      if (isFirst) {
        isFirst = false;
        return;
      }
      this.#isDirty = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.seal, AFTER_MS);
    });
    open.add(this);
    void this.#restore().finally(() => {
      this.ready.value = true;
    });
    addEventListener('pagehide', this.seal);
    document.addEventListener('visibilitychange', this.seal);
    return () => {
      stop();
      open.delete(this);
      void this.seal();
      removeEventListener('pagehide', this.seal);
      document.removeEventListener('visibilitychange', this.seal);
    };
  }

  async #restore(): Promise<void> {
    const found = await ownStore.value?.get<T>(this.#id);
    // Whoever has begun to write is not written over.
    if (!found || this.#isDirty) return;
    this.value.value = found.value;
    this.#isDirty = false;
    clearTimeout(this.#timer);
    this.restored.value = found.writtenAtMs;
  }

  readonly seal = async (): Promise<void> => {
    clearTimeout(this.#timer);
    if (!this.#isDirty) return;
    this.#isDirty = false;
    await ownStore.peek()?.put('draft', this.#id, this.value.peek());
  };

  clear(): void {
    this.value.value = this.#empty;
    this.restored.value = null;
    this.#isDirty = false;
    clearTimeout(this.#timer);
    void ownStore.value?.delete(this.#id);
  }
}

/** @param id `desk:cli_…`: ids only. @param empty the same at each rendering. */
export function useDraft<T>(id: string, empty: T): Draft<T> {
  const draft = useMemo(() => new KeptDraft(`draft:${id}`, empty), [id]);
  useEffect(() => draft.start(), [draft]);
  return draft;
}
