// One list of the inbox, by its filters: its pages, and what has come since, asked for again and again.
import { computed, signal } from '@preact/signals';
import { api } from '#web/api/client.ts';
import { ask, type Failure, type Outcome } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Message, Query, Reply } from '#web/api/types.ts';
import { takenMs } from '#web/inbox/erased-at.ts';
import { askedOf, type Filters } from '#web/inbox/filters.ts';
import type { KnownMessages } from '#web/inbox/known.ts';
import {
  newerThan,
  nothingListed,
  type Page,
  withFirstPage,
  withNewer,
  withOlder,
  without,
} from '#web/inbox/listed.ts';
import { withReason } from '#web/session/with-reason.ts';

const PAGE = 25;
/** A page may be empty and still have a next one: so many are asked for by one press. */
const PAGES_AT_ONCE = 5;
/** What was entered later than its call is not among the newest: the first page is read whole now and then. */
const WHOLE_EACH_MS = 30_000;

type Answer = Outcome<Reply<'listMessages'>>;

export class InboxList {
  readonly #listed = signal(nothingListed);
  readonly #readAtMs = signal<number | null>(null);
  readonly #busy = signal<'first' | 'more' | undefined>(undefined);
  readonly #failure = signal<Failure | undefined>(undefined);
  /** Which came while somebody looked: they slide in. */
  readonly fresh = signal<ReadonlySet<string>>(new Set());
  readonly #stays = new Set<string>();
  readonly #clientId: string;
  readonly #filters: Filters;
  readonly #known: KnownMessages;

  constructor(clientId: string, filters: Filters, known: KnownMessages) {
    this.#clientId = clientId;
    this.#filters = filters;
    this.#known = known;
  }

  readonly messages = computed(() => {
    const known = this.#known.all.value;
    return this.#listed.value.ids.flatMap((id) => known.get(id) ?? []);
  });
  readonly hasMore = computed(() => this.#listed.value.nextCursor !== null);
  readonly readAtMs = computed(() => this.#readAtMs.value);
  readonly busy = computed(() => this.#busy.value);
  readonly failure = computed(() => this.#failure.value);

  async #ask(query: Query<'listMessages'>): Promise<Answer> {
    const askedAt = this.#known.moment();
    const all = { limit: PAGE, ...askedOf(this.#filters), ...query };
    const path = { clientId: this.#clientId };
    const of = `messages:${this.#clientId}`;
    const outcome = await withReason(
      of,
      (reason) => ask(api.GET('/v1/clients/{clientId}/messages', { params: { path, query: { ...all, ...reason } } })),
      `${of}:${JSON.stringify(this.#filters)}`,
    );
    this.#failure.value = outcome.kind === 'ok' ? undefined : outcome;
    if (outcome.kind === 'ok') {
      this.#known.take(outcome.value.items, askedAt);
      this.#readAtMs.value = serverNowMs();
    }
    return outcome;
  }

  /** The first page, whole. @returns how many are new. */
  async refresh(): Promise<number> {
    if (this.#busy.peek() !== undefined) return 0;
    const isFirst = this.#readAtMs.peek() === null;
    this.#busy.value = 'first';
    const outcome = await this.#ask({});
    this.#busy.value = undefined;
    if (outcome.kind !== 'ok') return 0;
    return this.#come(isFirst, outcome.value, (page) => withFirstPage(this.#listed.peek(), page, this.#stays));
  }

  /** What came since the newest: nothing is opened where nothing did. @returns how many. */
  async poll(): Promise<number> {
    const readAtMs = this.#readAtMs.peek();
    const [newest] = this.#listed.peek().ids;
    if (readAtMs === null || newest === undefined || serverNowMs() - this.#wholeAtMs > WHOLE_EACH_MS) {
      this.#wholeAtMs = serverNowMs();
      return this.refresh();
    }
    // Days that are over have nothing new.
    if (this.#filters.until) return 0;
    const outcome = await this.#ask({ from: new Date(takenMs(newest) + 1).toISOString() });
    return outcome.kind === 'ok' ? this.#come(false, outcome.value, (page) => withNewer(this.#listed.peek(), page)) : 0;
  }
  #wholeAtMs = serverNowMs();

  #come(
    isFirst: boolean,
    page: Page & { items: readonly Message[] },
    merged: (page: Page) => typeof nothingListed,
  ): number {
    const before = this.#listed.peek();
    const after = merged(page);
    this.#listed.value = after;
    const count = isFirst ? 0 : newerThan(before, after);
    if (count > 0) this.fresh.value = new Set(after.ids.slice(0, count));
    return count;
  }

  async more(): Promise<void> {
    if (this.#busy.peek() !== undefined) return;
    this.#busy.value = 'more';
    const shown = this.messages.peek().length;
    for (let page = 0; page < PAGES_AT_ONCE; page++) {
      const { nextCursor } = this.#listed.peek();
      if (nextCursor === null) break;
      const outcome = await this.#ask({ cursor: nextCursor });
      if (outcome.kind !== 'ok') break;
      this.#listed.value = withOlder(this.#listed.peek(), outcome.value);
      if (this.messages.peek().length > shown) break;
    }
    this.#busy.value = undefined;
  }

  /** Nobody looks at it any more: next time nothing slides in that stood there. */
  leave(): void {
    this.fresh.value = new Set();
    this.#stays.clear();
  }

  /** Until the filters change it stays in its place, also where it no longer fits them: there is a way back. */
  keep(id: string): void {
    this.#stays.add(id);
  }

  drop(id: string): void {
    this.#stays.delete(id);
    this.#listed.value = without(this.#listed.peek(), id);
  }
}
