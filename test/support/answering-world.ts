// A client of the directory world, and how its calls are answered: read, changed, with notices.
import type { Answering, NoticeShown } from '#clients/answering-reply.ts';
import type { Finding, ProblemBody } from '#shared/problems.ts';
import type { DirectoryWorld } from '#test/support/directory-world.ts';
import type { Answered, Call, Claims } from '#test/support/http-call.ts';

type Maybe<T> = Answered<T & ProblemBody>;

const ANSWERING = '/v1/clients/{clientId}/answering';
const NOTICES = `${ANSWERING}/notices`;

export interface AnsweringCalls {
  read(claims?: Claims): Promise<Maybe<Answering>>;
  /** With the version that stands, unless given. */
  change(body: object, more?: Pick<Call, 'claims' | 'ifMatch'>): Promise<Maybe<Answering>>;
  notice(body: object, more?: Pick<Call, 'claims' | 'idempotencyKey'>): Promise<Maybe<NoticeShown>>;
  changeNotice(noticeId: string, body: object, claims?: Claims): Promise<Maybe<NoticeShown>>;
  deleteNotice(noticeId: string, claims?: Claims): Promise<Maybe<object>>;
}

export function answeringOf(
  { call, supervisor }: Pick<DirectoryWorld, 'call' | 'supervisor'>,
  clientId: string,
): AnsweringCalls {
  const params = { clientId };
  const read = (claims = supervisor) => call<Answering & ProblemBody>(`GET ${ANSWERING}`, { claims, params });
  return {
    read,
    async change(body, more = {}) {
      const ifMatch = more.ifMatch ?? (await read()).etag;
      return call(`PATCH ${ANSWERING}`, { claims: supervisor, params, body, ...more, ifMatch });
    },
    notice: (body, more = {}) => call(`POST ${NOTICES}`, { claims: supervisor, params, body, ...more }),
    changeNotice: (noticeId, body, claims = supervisor) =>
      call(`PATCH ${NOTICES}/{noticeId}`, { claims, params: { clientId, noticeId }, body }),
    deleteNotice: (noticeId, claims = supervisor) =>
      call(`DELETE ${NOTICES}/{noticeId}`, { claims, params: { clientId, noticeId } }),
  };
}

export const pointersOf = ({ body }: Maybe<object>): string[] | undefined =>
  body.errors?.map(({ pointer }: Finding) => pointer);
