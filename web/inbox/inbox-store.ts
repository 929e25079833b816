// The inbox of a client as this tab knows it: its messages, its lists by filter, and what is done to a message.
import { computed, effect, signal } from '@preact/signals';
import { api } from '#web/api/client.ts';
import { ask, type Failure, type Outcome } from '#web/api/outcome.ts';
import type { Body, Message } from '#web/api/types.ts';
import { type Filters, queryOf } from '#web/inbox/filters.ts';
import { InboxList } from '#web/inbox/inbox-list-store.ts';
import { KnownMessages } from '#web/inbox/known.ts';
import { toast } from '#web/parts/toast.tsx';
import { session } from '#web/session/session.ts';
import { withReason } from '#web/session/with-reason.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

type Edit = Body<'changeMessage'>;

/** Not read by this reader, and nobody has seen to it. */
export const isUnread = ({ readAt, state }: Message): boolean => readAt === null && state === 'open';

export class Inbox {
  readonly known = new KnownMessages();
  readonly #lists = new Map<string, InboxList>();
  /** The last thing that did not go as asked, and how to try it again. */
  readonly trouble = signal<{ failure: Failure; again: () => void } | undefined>(undefined);
  readonly unread = computed(() => [...this.known.all.value.values()].filter(isUnread).length);
  readonly #clientId: string;

  constructor(clientId: string) {
    this.#clientId = clientId;
  }

  list(filters: Filters): InboxList {
    const name = queryOf(filters);
    const list = this.#lists.get(name) ?? new InboxList(this.#clientId, filters, this.known);
    this.#lists.set(name, list);
    return list;
  }

  #path(messageId: string) {
    return { path: { clientId: this.#clientId, messageId } };
  }

  /** Of one that is gone, what is known of it; every other answer as it is. */
  #heard(id: string, outcome: Outcome<Message>, askedAt: number): Outcome<Message> {
    if (outcome.kind === 'ok') this.known.take([outcome.value], askedAt);
    if (outcome.kind === 'problem' && (outcome.code === 'erased' || outcome.code === 'not-found')) {
      const { code, erasedAt, because } = outcome;
      this.#left(id, {
        kind: code === 'erased' ? 'erased' : 'elsewhere',
        ...(erasedAt && { erasedAt }),
        ...(because && { because }),
      });
    }
    return outcome;
  }

  #left(id: string, gone: Parameters<KnownMessages['leave']>[1]): void {
    this.known.leave(id, gone);
    for (const list of this.#lists.values()) list.drop(id);
  }

  async read(id: string): Promise<Outcome<Message>> {
    const askedAt = this.known.moment();
    const outcome = await withReason(id, (query) =>
      ask(api.GET('/v1/clients/{clientId}/messages/{messageId}', { params: { ...this.#path(id), query } })),
    );
    return this.#heard(id, outcome, askedAt);
  }

  /** Opening is reading: an unread one is marked as read, and comes back as it stands now. */
  open(id: string): Promise<Outcome<Message>> {
    const message = this.known.all.peek().get(id);
    if (!message || message.readAt !== null) return this.read(id);
    return this.#edit(message, { read: true }, { ...message, readAt: new Date().toISOString() });
  }

  async #edit(message: Message, body: Edit, preview: Message): Promise<Outcome<Message>> {
    const moment = this.known.change(preview);
    const outcome = await this.#inOrder(message.id, () =>
      ask(api.PATCH('/v1/clients/{clientId}/messages/{messageId}', { params: this.#path(message.id), body })),
    );
    this.known.settle(outcome.kind === 'ok' ? outcome.value : message, moment);
    return this.#heard(message.id, outcome, moment);
  }

  /** Done and undone at once are carried out in the order in which they were pressed. */
  #inOrder(id: string, send: () => Promise<Outcome<Message>>): Promise<Outcome<Message>> {
    const outcome = (this.#sending.get(id) ?? Promise.resolve()).then(send);
    this.#sending.set(id, outcome);
    return outcome;
  }
  readonly #sending = new Map<string, Promise<unknown>>();

  /** At once on the screen; back where it was when it did not work, and said so. */
  async handle(message: Message, handled: boolean, by: string): Promise<Outcome<Message>> {
    for (const list of this.#lists.values()) list.keep(message.id);
    const now = { by, at: new Date().toISOString() };
    const preview: Message = { ...message, state: handled ? 'handled' : 'open', handled: handled ? now : null };
    const outcome = await this.#edit(message, { handled }, preview);
    this.trouble.value =
      outcome.kind === 'ok' ? undefined : { failure: outcome, again: () => void this.handle(message, handled, by) };
    return outcome;
  }

  /** With a way back for as long as the toast stands. */
  async toggle(message: Message, by: string): Promise<void> {
    const handled = message.state === 'open';
    const undo = () => {
      const standing = this.known.all.peek().get(message.id);
      if (standing) void this.handle(standing, !handled, by);
    };
    toast(handled ? t.inbox.handledDone : t.inbox.reopened, undo);
    const outcome = await this.handle(message, handled, by);
    // Over the toast that offers a way back from what has not been done.
    if (outcome.kind !== 'ok') toast(refusalWords(outcome));
  }

  calm(): void {
    this.trouble.value = undefined;
  }

  note(message: Message, note: string | null): Promise<Outcome<Message>> {
    return this.#edit(message, { note }, message);
  }

  /** A forwarding or a taking back: the message as it stands after it. */
  async sent(id: string, call: Promise<Outcome<Message>>): Promise<Outcome<Message>> {
    const askedAt = this.known.moment();
    return this.#heard(id, await call, askedAt);
  }

  async erase(id: string): Promise<Outcome<undefined>> {
    const params = this.#path(id);
    const outcome = await withReason(`erasing ${id}`, (query) =>
      ask(api.DELETE('/v1/clients/{clientId}/messages/{messageId}', { params: { ...params, query } })),
    );
    // Erased already is what was wanted.
    const done = outcome.kind === 'ok' || (outcome.kind === 'problem' && outcome.code === 'erased');
    if (done) this.#left(id, { kind: 'erased', erasedAt: new Date().toISOString(), because: 'request' });
    return done ? { kind: 'ok', value: undefined, etag: null } : outcome;
  }
}

const inboxes = new Map<string, Inbox>();
/** Whoever comes next finds nothing of the last one; whose session has ended keeps the page. */
effect(() => {
  if (!session.value.me) inboxes.clear();
});

export function inboxOf(clientId: string): Inbox {
  const inbox = inboxes.get(clientId) ?? new Inbox(clientId);
  inboxes.set(clientId, inbox);
  return inbox;
}
