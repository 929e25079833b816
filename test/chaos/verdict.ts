// The verdict of the chaos: what was posted and sent, and each promise with what breaks it.
import type { Sent } from '#local/outbox.ts';
import { CORRECTED, type Posted } from '#test/chaos/load.ts';
import type { Rest } from '#test/chaos/rest.ts';
import type { Json } from '#test/support/http-world.ts';

export interface Line {
  readonly what: string;
  readonly count: number | string;
  /** Only of promises: what breaks them. */
  readonly faults?: readonly string[];
}

const reached = new Set(['accepted', 'delivered']);
const underWay = new Set(['held', 'queued', 'sending']);

interface Seen extends Posted {
  readonly message: Json | undefined;
  readonly sent: readonly Sent[];
}

/** Pure. */
export function linesOf(posted: readonly Posted[], { messages, tasks, sent }: Rest): Line[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const sentBy = Map.groupBy(sent, ({ text }) => /kanarie-\d{6}/.exec(text)?.[0]);
  const all = posted.map(
    (one): Seen => ({ ...one, message: byId.get(one.messageId), sent: sentBy.get(one.canary) ?? [] }),
  );
  // That a message was taken back says nothing about whether the right one got it.
  const isIncident = ({ reason }: Json) => reason === 'misdirected';
  const withTask = new Set(tasks.filter((task) => !isIncident(task)).map(({ messageId }) => messageId));
  const asked = new Set(tasks.filter(isIncident).map(({ messageId }) => messageId));
  const deliveries = messages.flatMap((message) => message.deliveries as Json[]);
  const states = [...Map.groupBy(deliveries, ({ state }) => String(state))].map(
    ([state, some]) => `${some.length} ${state}`,
  );
  const sms = all.map(({ canary, message, sent: own }) => ({ canary, most: mostFor('sms', message, own) }));
  const emails = all.filter(({ message, sent: own }) => mostFor('email', message, own) > 1);
  const hasReached = ({ message }: Seen) =>
    message?.deliveries.some(({ state, withdrawn }: Json) => reached.has(state) && !withdrawn);
  const stranded = all.filter((one) => one.message && !hasReached(one) && !withTask.has(one.messageId));

  return [
    { what: 'Deliveries', count: states.sort().join(', ') },
    { what: 'SMS requests', count: sent.filter(({ channel }) => channel === 'sms').length },
    { what: 'E-mails sent more than once (they may)', count: emails.length },
    { what: 'Messages that reached a recipient', count: all.filter(hasReached).length },
    { what: 'Messages on the attention list', count: withTask.size },
    promise('Answered 201, and lost', all.filter(({ message }) => !message).map(shown)),
    promise('Made twice by one Idempotency-Key', doubles(messages)),
    promise(
      'Still on its way',
      all.filter(({ message }) => message?.deliveries.some(({ state }: Json) => underWay.has(state))).map(shown),
    ),
    promise(
      'Told as sent, and never handed over',
      all.flatMap((one) => untrue(one).map((id) => `${shown(one)} ${id}`)),
    ),
    {
      ...promise(
        'SMS requests per delivery, at most',
        sms.filter(({ most }) => most > 1).map(({ canary }) => canary),
      ),
      count: Math.max(0, ...sms.map(({ most }) => most)),
    },
    promise('Planned twice for one address', all.flatMap(plannedTwice)),
    promise('Two tasks for one track', all.filter((one) => undelivered(one, tasks) > 1).map(shown)),
    promise('Old text, and no correction after it', all.flatMap(uncorrected)),
    promise(
      'Taken back, and no task asks why',
      all.filter(({ amendment, messageId }) => amendment === 'redirection' && !asked.has(messageId)).map(shown),
    ),
    promise(
      'Reached nobody, and stand on no list',
      stranded.map(
        (one) =>
          `${shown(one)} ${one.message.deliveries.map(({ channel, state }: Json) => `${channel} ${state}`).join(', ')}`,
      ),
    ),
  ];
}

const promise = (what: string, faults: readonly string[]): Line => ({ what, count: faults.length, faults });
const shown = ({ canary, messageId }: Posted) => `${canary} ${messageId}`;

const doubles = (messages: readonly Json[]): string[] =>
  [...Map.groupBy(messages, ({ matter }) => String(matter).slice(0, 'kanarie-000000'.length))]
    .filter(([, some]) => some.length > 1)
    .map(([canary, some]) => `${canary} ${some.map(({ id }) => id).join(' ')}`);

const isTo =
  ({ channel, address }: Json) =>
  (one: Sent) =>
    one.channel === channel && one.to === address;

/** Deliveries that stand as accepted or delivered, and of which no provider ever heard. */
const untrue = ({ message, sent }: Seen): string[] =>
  (message?.deliveries ?? [])
    .filter((one: Json) => reached.has(one.state) && !sent.some(isTo(one)))
    .map(({ id }: Json) => id);

/** Nobody there has read anything: each came back, by a receipt. */
const hasComeBack = (deliveries: readonly Json[]): boolean =>
  deliveries.length > 0 &&
  deliveries.every(({ state, attempts }) => state === 'failed' && attempts?.at(-1)?.outcome === 'returned');

/** Addresses of a corrected message that may have the old text, and are sent nothing else. */
const uncorrected = (one: Seen): string[] => {
  if (one.amendment !== 'correction' || !one.message) return [];
  const told = new Set([
    ...one.message.deliveries.filter(({ correction }: Json) => correction).map(({ address }: Json) => address),
    ...one.sent.filter(({ text }) => text.includes(CORRECTED)).map(({ to }) => to),
  ]);
  const deliveries: Json[] = one.message.deliveries;
  const old = one.sent.filter(
    ({ text, to }) =>
      !text.includes(CORRECTED) && !told.has(to) && !hasComeBack(deliveries.filter(({ address }) => address === to)),
  );
  return old.map(({ channel }) => `${shown(one)} ${channel}`);
};

/** A plan has each of its addresses here once; amendments have plans of their own. */
const plannedTwice = (one: Seen): string[] =>
  one.amendment
    ? []
    : [
        ...Map.groupBy(
          (one.message?.deliveries ?? []) as Json[],
          ({ step, channel, address }) => `${step} ${channel} ${address}`,
        ),
      ]
        .filter(([, some]) => some.length > 1)
        .map(([, some]) => `${shown(one)} ${some.map(({ id }) => id).join(' ')}`);

const undelivered = ({ amendment, messageId }: Seen, tasks: readonly Json[]): number =>
  amendment ? 0 : tasks.filter((task) => task.messageId === messageId && task.reason === 'notDelivered').length;

/** What one delivery may have sent at most: of several to one address, all but one are taken to have sent once. */
function mostFor(channel: string, message: Json, sent: readonly Sent[]): number {
  if (!message) return 0;
  const own = message.deliveries.filter((one: Json) => one.channel === channel);
  const byAddress = Map.groupBy(own, ({ address }: Json) => String(address));
  const strangers = sent.filter((one) => one.channel === channel && !byAddress.has(one.to)).length;
  const counts = [...byAddress].map(
    ([address, some]) => sent.filter(isTo({ channel, address })).length - (some.length - 1),
  );
  // What went to an address that no delivery names is one too many in any case.
  return Math.max(0, ...counts, strangers === 0 ? 0 : strangers + 1);
}
