// Drafts: what is being written, sealed at each key, and found again after whatever happened.
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { layDown } from '#web/kept/last-words.ts';
import { ownStore } from '#web/kept/own-store.ts';

const open = new Set<KeptDraft<unknown>>();

/** The page goes: what is not sealed by now is laid down with it. */
function layDownRest(): void {
  const rest = [...open].flatMap((draft) => draft.unsealed);
  if (rest.length > 0) layDown(Object.fromEntries(rest));
}
globalThis.addEventListener?.('pagehide', layDownRest);

/** Before the page is left on purpose: what was typed a moment ago lies in the store. */
export const sealDrafts = async (): Promise<void> => {
  await Promise.all([...open].map((draft) => draft.seal()));
};

const carriedOut = (work: Promise<void> | undefined): Promise<boolean> =>
  Promise.resolve(work).then(
    () => true,
    () => false,
  );

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
  #isTouched = false;
  #isOwnDoing = false;
  /** What the store is to do next. One thing at a time: of two sealings the older might land last. */
  #due: 'put' | 'delete' | undefined;
  #doing: 'put' | 'delete' | undefined;
  #underWay: Promise<void> | undefined;

  constructor(id: string, empty: T) {
    this.#id = id;
    this.#empty = empty;
    this.value = signal(empty);
  }

  /** @returns what ends it. */
  start(): () => void {
    let isFirst = true;
    const stop = this.value.subscribe(() => {
      if (!isFirst && !this.#isOwnDoing) this.#changed();
      isFirst = false;
    });
    open.add(this as KeptDraft<unknown>);
    void this.#restore().finally(() => {
      this.ready.value = true;
    });
    document.addEventListener('visibilitychange', this.seal);
    return () => {
      stop();
      open.delete(this as KeptDraft<unknown>);
      void this.seal();
      document.removeEventListener('visibilitychange', this.seal);
    };
  }

  /** At once, and not after a pause: a page may go away with the very next key. */
  #changed(): void {
    this.#isTouched = true;
    this.#due = 'put';
    void this.seal();
  }

  #set(value: T): void {
    this.#isOwnDoing = true;
    this.value.value = value;
    this.#isOwnDoing = false;
  }

  async #restore(): Promise<void> {
    const found = await ownStore.value?.get<T>(this.#id);
    // Whoever has begun to write is not written over.
    if (!found || this.#isTouched) return;
    this.#set(found.value);
    this.restored.value = found.writtenAtMs;
  }

  /** Its id and its text, null where it was cleared; nothing, where all lies in the store. */
  get unsealed(): [string, T | null][] {
    const due = this.#due ?? this.#doing;
    return due === undefined ? [] : [[this.#id, due === 'put' ? this.value.peek() : null]];
  }

  readonly seal = (): Promise<void> => {
    if (this.#due !== undefined) this.#underWay ??= this.#carryOut();
    return this.#underWay ?? Promise.resolve();
  };

  async #carryOut(): Promise<void> {
    const store = ownStore.peek();
    for (let due = this.#due; due !== undefined; due = this.#due) {
      this.#due = undefined;
      this.#doing = due;
      const work = due === 'put' ? store?.put('draft', this.#id, this.value.peek()) : store?.delete(this.#id);
      if (await carriedOut(work)) continue;
      // A full disk: the text is on the screen, and the next key tries again.
      this.#due ??= due;
      break;
    }
    this.#doing = undefined;
    this.#underWay = undefined;
  }

  clear(): void {
    this.#set(this.#empty);
    this.restored.value = null;
    this.#due = 'delete';
    void this.seal();
  }
}

/** For whoever opens its form next. @returns whether it lies in the store. */
export const layDraft = async (id: string, value: unknown): Promise<boolean> =>
  ownStore.peek() !== undefined && carriedOut(ownStore.peek()?.put('draft', `draft:${id}`, value));

/** @param id `desk:cli_…`: ids only. @param empty the same at each rendering. */
export function useDraft<T>(id: string, empty: T): Draft<T> {
  const draft = useMemo(() => new KeptDraft(`draft:${id}`, empty), [id]);
  useEffect(() => draft.start(), [draft]);
  return draft;
}
