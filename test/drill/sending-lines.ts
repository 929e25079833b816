// The lines of the drill about what is sent: nothing of what was under way at T, everything that is new.
import { statesUnderWay } from '#deliveries/schema.ts';
import type { MessageView } from '#messages/schema.ts';
import { type Line, nothing, type Outcome } from '#test/drill/outcome.ts';

/** Each that was under way at T and whose message lives is unknown, has one task, and was not sent. */
export function deliveryLine({ then, seenThen, records, journal, traffic }: Outcome): Line {
  const living = new Set(
    then.messages.filter(({ fate }) => !['erased', 'erasedUntold', 'expired'].includes(fate)).map(({ id }) => id),
  );
  const views = then.messages.map(({ id }) => seenThen.views.get(id) as MessageView);
  const all = views.flatMap(({ id: messageId, deliveries }) => deliveries.map((one) => ({ ...one, messageId })));
  const underWay = all.filter(({ state }) => statesUnderWay.has(state));
  const expected = underWay.filter(({ messageId }) => living.has(messageId));
  const now = new Map(records.filter(({ kind }) => kind === 'delivery').map((item) => [item.sk as string, item]));
  const tasks = Map.groupBy(
    records.filter(({ kind }) => kind === 'task'),
    ({ deliveryId }) => deliveryId as string,
  );
  // Of what had ended, and waited for its track to move on, a person moves on.
  const mayHaveTask = new Set(all.filter(({ state }) => state === 'failed' || state === 'unknown').map(({ id }) => id));
  const known = new Set(all.map(({ id }) => id));
  const sent = traffic.sent.filter((id) => known.has(id));
  const settled = expected.filter(({ id }) => now.get(id)?.state === 'unknown' && tasks.get(id)?.length === 1);
  const expectedIds = new Set(expected.map(({ id }) => id));
  const noted = new Set(journal.filter(({ finding }) => finding === 'unknown').map(({ recordId }) => recordId));
  return {
    ...nothing,
    what: 'Deliveries under way: unknown, with a task',
    atT: underWay.length,
    erasedSince: underWay.length - expected.length,
    opened: settled.length,
    notOpened: expected.length - settled.length,
    sends: sent.length,
    faults: [
      ...sent.map((id) => `${id} was sent`),
      ...expected
        .filter((one) => !settled.includes(one))
        .map(({ id }) => `${id} is ${now.get(id)?.state}, with ${tasks.get(id)?.length ?? 0} tasks`),
      ...[...tasks.keys()]
        .filter((id) => !expectedIds.has(id) && !mayHaveTask.has(id))
        .map((id) => `${id} has a task for nothing`),
      ...(traffic.failedTicks > 0 ? [`${traffic.failedTicks} ticks failed`] : []),
      ...all
        .filter((one) => living.has(one.messageId) && !expectedIds.has(one.id))
        .filter(({ id, state }) => now.get(id)?.state !== state)
        .map(({ id }) => `${id} was final, and is ${now.get(id)?.state}`),
      ...expected.filter(({ id }) => !noted.has(id)).map(({ id }) => `${id} is not in the journal`),
      ...[...now.values()]
        .filter(({ duePk, sk }) => duePk !== undefined && !traffic.fresh.includes(sk as string))
        .map(({ sk }) => `${sk} is still due`),
    ],
  };
}

/** The control: that nothing is sent would be easy where nothing can be. */
export function freshLine({ traffic: { sent, fresh } }: Outcome): Line {
  const missing = fresh.filter((id) => sent.filter((one) => one === id).length !== 1);
  return {
    ...nothing,
    what: 'Deliveries of new messages: sent once',
    opened: fresh.length - missing.length,
    notOpened: missing.length,
    sends: sent.filter((id) => fresh.includes(id)).length,
    faults: [...missing.map((id) => `${id} was not sent once`), ...(fresh.length === 0 ? ['there were none'] : [])],
  };
}
