// The calls that write, change, renew and take away a notice; what comes of each is shown at once in what was read.
import type { Cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Body } from '#web/api/types.ts';
import type { Answering, Versioned } from '#web/client/record-source.ts';

export type Noted = Outcome<unknown>;

/** The answering's version is another after each: it is read anew, so that the next form begins from what stands. */
export function noticesOf(clientId: string, read: Cached<Versioned<Answering>>) {
  const path = { clientId };
  const thenRead = async (call: Promise<Noted>): Promise<Noted> => {
    const came = await call;
    if (came.kind === 'ok') await read.refresh();
    return came;
  };
  const patch = (noticeId: string, body: Body<'changeNotice'>) =>
    thenRead(
      ask(
        api.PATCH('/v1/clients/{clientId}/answering/notices/{noticeId}', {
          params: { path: { clientId, noticeId } },
          body,
        }),
      ),
    );
  return {
    create: (body: Body<'createNotice'>, key: string) =>
      thenRead(
        ask(
          api.POST('/v1/clients/{clientId}/answering/notices', {
            params: { path, header: { 'Idempotency-Key': key } },
            body,
          }),
        ),
      ),
    change: patch,
    renew: (noticeId: string) => patch(noticeId, { renew: true }),
    remove: (noticeId: string) =>
      thenRead(
        ask(
          api.DELETE('/v1/clients/{clientId}/answering/notices/{noticeId}', {
            params: { path: { clientId, noticeId } },
          }),
        ),
      ),
  };
}
