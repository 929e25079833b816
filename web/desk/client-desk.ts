// The desk of the client that is on the line: read at once, kept for when the service is away, with the people who were looked at.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { api } from '#web/api/client.ts';
import { ask, type Failure, type Outcome } from '#web/api/outcome.ts';
import type { DeskView, KeptView, PersonHit } from '#web/desk/desk-types.ts';
import { personMatches } from '#web/desk/matching.ts';
import { markOwnTime } from '#web/desk/own-time.ts';
import { keptDesks } from '#web/kept/desks.ts';

/** So long nothing old is shown: an answer is mostly faster. */
const PATIENCE_MS = 400;

export class ClientDesk {
  readonly clientId: string;
  readonly line: string | null;
  readonly view = signal<DeskView | undefined>(undefined);
  /** Set while what is shown is not of now. */
  readonly fetchedAtMs = signal<number | undefined>(undefined);
  readonly failure = signal<Failure | undefined>(undefined);
  readonly people = signal<readonly PersonHit[]>([]);
  readonly isNotice: ReadonlySignal<boolean>;
  readonly names: ReadonlySignal<ReadonlyMap<string, string>>;
  readonly #notice = signal<boolean | undefined>(undefined);

  /** @param isNotice whether its messages go without content, where that is known. */
  constructor(clientId: string, line: string | null, isNotice: boolean | undefined) {
    this.clientId = clientId;
    this.line = line;
    this.#notice.value = isNotice;
    this.isNotice = computed(() => this.#notice.value === true);
    this.names = computed(
      () =>
        new Map(
          [...(this.view.value?.alternatives ?? []), ...this.people.value].map(({ staffId, name }) => [staffId, name]),
        ),
    );
  }

  async load(): Promise<void> {
    const late = setTimeout(() => void this.#showKept(), PATIENCE_MS);
    const query = this.line === null ? {} : { line: this.line };
    const outcome = await ask(
      api.GET('/v1/clients/{clientId}/desk', { params: { path: { clientId: this.clientId }, query } }),
    );
    clearTimeout(late);
    markOwnTime('opened');
    if (outcome.kind === 'ok') {
      this.view.value = outcome.value;
      this.fetchedAtMs.value = undefined;
      this.failure.value = undefined;
      await this.#keep();
      return;
    }
    await this.#showKept();
    this.failure.value = outcome;
  }

  async search(text: string, signalled: AbortSignal): Promise<Outcome<readonly PersonHit[]>> {
    const outcome = await ask(
      api.POST('/v1/clients/{clientId}/staff/search', {
        params: { path: { clientId: this.clientId } },
        body: { text, limit: 8, ...(this.line !== null && { line: this.line }) },
        signal: signalled,
      }),
    );
    return outcome.kind === 'ok' ? { ...outcome, value: outcome.value.items } : outcome;
  }

  /** While the service is away: among those who were looked at on this desk. */
  known(text: string): readonly PersonHit[] {
    return this.people.peek().filter((person) => personMatches({ ...person, matched: [] }, text));
  }

  /** By id, with the words to say: from the register, or as they were seen before. */
  async person(staffId: string, name: string): Promise<PersonHit | undefined> {
    const outcome = await this.search(name, AbortSignal.timeout(10_000));
    const hit = outcome.kind === 'ok' ? outcome.value.find((one) => one.staffId === staffId) : undefined;
    return hit ?? this.people.peek().find((one) => one.staffId === staffId);
  }

  async refresh(staffId: string, name: string): Promise<void> {
    const hit = await this.person(staffId, name);
    if (hit) await this.see(hit);
  }

  async see(person: PersonHit): Promise<void> {
    this.people.value = [...this.people.peek().filter(({ staffId }) => staffId !== person.staffId), person];
    await this.#keep();
  }

  async #showKept(): Promise<void> {
    const kept = await keptDesks.get<KeptView>(this.clientId);
    if (!kept || this.view.peek()) return;
    this.view.value = kept.view.desk;
    this.fetchedAtMs.value = kept.fetchedAtMs;
    this.people.value = kept.view.people;
    this.#notice.value ??= kept.view.isNotice;
  }

  async #keep(): Promise<void> {
    const desk = this.view.peek();
    if (!desk || this.fetchedAtMs.peek() !== undefined) return;
    const before = this.people.peek().length > 0 ? undefined : await keptDesks.get<KeptView>(this.clientId);
    if (before) {
      this.people.value = before.view.people;
      this.#notice.value ??= before.view.isNotice;
    }
    const view: KeptView = { desk, isNotice: this.#notice.peek() === true, people: this.people.peek() };
    await keptDesks.put(this.clientId, view);
  }
}
