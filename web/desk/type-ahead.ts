// Finding as one types: a short pause, the last answer wins, and meanwhile what is there already is sifted by the longer text.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure, Outcome } from '#web/api/outcome.ts';
import { markOwnTime } from '#web/desk/own-time.ts';

export const PAUSE_MS = 60;

interface Wanted<T> {
  /** Whether this text is worth a question. */
  readonly isEnough: (text: string) => boolean;
  readonly ask: (text: string, signal: AbortSignal) => Promise<Outcome<readonly T[]>>;
  /** Whether a hit of a shorter text may be one of this. */
  readonly matches: (hit: T, text: string) => boolean;
  /** Where the service cannot be asked: what is known here. */
  readonly known?: (text: string) => readonly T[] | Promise<readonly T[]>;
}

export class TypeAhead<T> {
  readonly text = signal('');
  readonly hits = signal<readonly T[]>([]);
  readonly isAsking = signal(false);
  readonly failure = signal<Failure | undefined>(undefined);
  /** Nothing to show yet: "no hits" would be a lie. */
  readonly busy: ReadonlySignal<boolean> = computed(() => !this.#isAnswered.value && this.hits.value.length === 0);
  readonly #isAnswered = signal(false);
  readonly #wanted: Wanted<T>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #underWay: AbortController | undefined;
  #onSole: ((hit: T) => void) | undefined;

  constructor(wanted: Wanted<T>) {
    this.#wanted = wanted;
  }

  type(text: string): void {
    markOwnTime('typed');
    const isLonger = text.startsWith(this.text.peek()) && this.text.peek() !== '';
    this.text.value = text;
    this.#stop();
    this.hits.value = isLonger ? this.hits.peek().filter((hit) => this.#wanted.matches(hit, text)) : [];
    if (!this.#wanted.isEnough(text)) return;
    this.isAsking.value = true;
    this.#timer = setTimeout(() => void this.#ask(text), PAUSE_MS);
  }

  /** Enter before there is an answer: where it turns out to be one hit alone, that one is meant. */
  whenSole(pick: (hit: T) => void): void {
    const text = this.text.peek();
    if (text.trim() === '') return;
    this.#onSole = pick;
    if (this.isAsking.peek()) return;
    this.isAsking.value = true;
    void this.#ask(text);
  }

  /** Emptied, or gone from the page: an answer that is still under way picks nobody any more. */
  clear(): void {
    this.text.value = '';
    this.#stop();
    this.hits.value = [];
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#underWay?.abort();
    this.#underWay = undefined;
    this.#onSole = undefined;
    this.isAsking.value = false;
    this.#isAnswered.value = false;
    this.failure.value = undefined;
  }

  async #ask(text: string): Promise<void> {
    clearTimeout(this.#timer);
    const mine = new AbortController();
    this.#underWay = mine;
    const outcome = await this.#wanted.ask(text.trim(), mine.signal);
    const hits = outcome.kind === 'ok' ? outcome.value : ((await this.#wanted.known?.(text.trim())) ?? []);
    // Whoever typed on, or emptied the field, has asked for something else.
    if (this.#underWay !== mine) return;
    markOwnTime('answered');
    this.#underWay = undefined;
    this.isAsking.value = false;
    this.#isAnswered.value = true;
    this.hits.value = hits;
    this.failure.value = outcome.kind === 'ok' ? undefined : outcome;
    const [sole] = this.hits.peek();
    const pick = this.#onSole;
    this.#onSole = undefined;
    if (pick && sole && this.hits.peek().length === 1) pick(sole);
  }
}
