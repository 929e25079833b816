// When the client opens next: for those who may ask for its days. Others are away until the next morning.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import { nextOpening } from '#web/own/absence-presets.ts';
import { dayAfter, today } from '#web/own/stockholm.ts';

const LOOKS_AHEAD_DAYS = 14;

/** null where it does not open within a fortnight. */
export const nextOpeningOf = (clientId: string): Cached<number | null> =>
  cached(`opening:${clientId}`, async () => {
    const nowMs = serverNowMs();
    const from = dayAfter(today(nowMs));
    const body = { from, until: dayAfter(from, LOOKS_AHEAD_DAYS) };
    const days = await ask(api.POST('/v1/clients/{clientId}/answering/days', { params: { path: { clientId } }, body }));
    return days.kind === 'ok' ? { ...days, value: nextOpening(days.value.days, nowMs) ?? null } : days;
  });
