// The messages that are known here, each once, whatever lists it stands in: what is being changed is not written over by what was read before.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Refused } from '#web/api/outcome.ts';
import type { Message } from '#web/api/types.ts';

export type Gone = Pick<Refused, 'erasedAt' | 'because'> & { kind: 'erased' | 'elsewhere' };

export class KnownMessages {
  readonly #messages = signal<ReadonlyMap<string, Message>>(new Map());
  readonly #gone = signal<ReadonlyMap<string, Gone>>(new Map());
  readonly #changedAt = new Map<string, number>();
  readonly #underWay = new Set<string>();
  #moment = 0;

  readonly all: ReadonlySignal<ReadonlyMap<string, Message>> = this.#messages;
  readonly gone: ReadonlySignal<ReadonlyMap<string, Gone>> = this.#gone;

  /** Taken before a question is asked; its answer is then older than what was changed since. */
  moment(): number {
    return this.#moment;
  }

  /** What the service says: not about what has been changed here after it was asked, or is being changed. */
  take(messages: readonly Message[], askedAt: number): void {
    if (messages.length === 0) return;
    const next = new Map(this.#messages.peek());
    for (const message of messages) if (!this.#isOlder(message.id, askedAt)) next.set(message.id, message);
    this.#messages.value = next;
  }

  #isOlder(id: string, askedAt: number): boolean {
    return this.#underWay.has(id) || (this.#changedAt.get(id) ?? -1) > askedAt;
  }

  /** Shown at once, before the service has said anything. @returns its moment. */
  change(message: Message): number {
    this.#underWay.add(message.id);
    return this.#put(message);
  }

  /** The end of the change of that moment, as it turned out; nothing where another has followed it. */
  settle(message: Message, moment: number): void {
    if (this.#changedAt.get(message.id) !== moment) return;
    this.#underWay.delete(message.id);
    this.#put(message);
  }

  leave(id: string, gone: Gone): void {
    const next = new Map(this.#messages.peek());
    next.delete(id);
    this.#messages.value = next;
    this.#gone.value = new Map(this.#gone.peek()).set(id, gone);
  }

  #put(message: Message): number {
    this.#moment += 1;
    this.#changedAt.set(message.id, this.#moment);
    this.#messages.value = new Map(this.#messages.peek()).set(message.id, message);
    return this.#moment;
  }
}
