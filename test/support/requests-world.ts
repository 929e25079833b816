// A world for subject requests: the real handlers on a real engine, a client with an admin, officers, and the jobs that were ordered.
import { serveAttention } from '#api/attention.ts';
import { serveRequests } from '#api/requests.ts';
import { type Job, toJob } from '#jobs/job.ts';
import { type Letter, letterOf } from '#letters/letter.ts';
import type { RequestPage, RequestReceipt, SubjectRequest } from '#requests/schema.ts';
import { tendRequests } from '#requests/tend-requests.ts';
import { type IdKind, newId } from '#shared/ids.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { SERVICE } from '#shared/tables.ts';
import { aRequestBody } from '#test/support/builders/requests.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import type { Engine } from '#test/support/engine.ts';
import {
  type Answered,
  type Caller,
  type Claims,
  callerOf,
  portalClaims,
  serviceClaims,
} from '#test/support/http-call.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runAs } from '#test/support/under-grants.ts';
import type { ClientRole, ServiceRole } from '#users/schema.ts';
import { newMembership, newUser } from '#users/store.ts';

type Maybe<T> = Answered<T & ProblemBody>;

const LIST = '/v1/clients/{clientId}/subject-requests';
const ONE = `${LIST}/{requestId}`;

export interface RequestsWorld extends DirectoryWorld {
  clientId: string;
  officer: Claims;
  admin: Claims;
  attention: Caller;
  requests: Caller;
  /** Somebody with an account, as invitations make them. */
  aUser(home: string, role: ClientRole | ServiceRole, name: string): Promise<Claims>;
  /** By an operator, of the client, unless it is said otherwise. */
  log(body?: object, claims?: Claims, home?: string, idempotencyKey?: string): Promise<Maybe<RequestReceipt>>;
  /** Logged, and its id. */
  logged(body?: object, home?: string): Promise<string>;
  read(requestId: string, claims?: Claims, home?: string): Promise<Maybe<SubjectRequest>>;
  change(requestId: string, patch: object, claims?: Claims): Promise<Maybe<SubjectRequest>>;
  step(requestId: string, step: object, claims?: Claims, home?: string): Promise<Maybe<SubjectRequest>>;
  listAll(state?: 'open' | 'closed'): Promise<Maybe<RequestPage>>;
  jobs(): Promise<Job[]>;
  letters(): Promise<Letter[]>;
  tend(): Promise<number>;
}

export async function requestsWorld(engine: Engine): Promise<RequestsWorld> {
  const world = await directoryWorld(engine);
  const clientId = (await world.aClient({ name: 'Kvarngärdets El' })).body.id;
  const requests = callerOf(serveRequests(() => world.app));

  async function aUser(home: string, role: ClientRole | ServiceRole, name: string): Promise<Claims> {
    const userId = newId('user', world.clock.nowMs());
    const email = `${userId.slice(-6).toLowerCase()}@kvarngardet.example`;
    const membership = { role, state: 'active' as const, invitedAt: world.clock.nowMs(), version: 1 };
    await world.app.db.commit([
      ...newUser(userId, email, home),
      ...newMembership({ home, userId, name, membership }).writes,
    ]);
    return home === SERVICE ? serviceClaims(userId) : portalClaims(userId, [home]);
  }

  const officer = await aUser(SERVICE, 'privacyOfficer', 'Birgitta Åhman');
  const admin = await aUser(clientId, 'clientAdmin', 'Åke Öhman');
  const log: RequestsWorld['log'] = (body = aRequestBody(), claims = world.operator, home = clientId, idempotencyKey) =>
    requests(`POST ${LIST}`, { claims, params: { clientId: home }, body, ...(idempotencyKey && { idempotencyKey }) });
  const read: RequestsWorld['read'] = (requestId, claims = officer, home = clientId) =>
    requests(`GET ${ONE}`, { claims, params: { clientId: home, requestId } });
  const jobs = async () => (await rawItems(world, 'records')).filter(({ kind }) => kind === 'job').map(toJob);

  return {
    ...world,
    clientId,
    officer,
    admin,
    requests,
    attention: callerOf(serveAttention(() => world.app)),
    aUser,
    log,
    logged: async (body = aRequestBody(), home = clientId) =>
      (await log(body, home === SERVICE ? officer : world.operator, home)).body.id,
    read,
    async change(requestId, body, claims = officer) {
      const { etag: ifMatch } = await read(requestId, claims);
      return requests(`PATCH ${ONE}`, { claims, params: { clientId, requestId }, body, ifMatch });
    },
    step: (requestId, body, claims = officer, home = clientId) =>
      requests(`POST ${ONE}/steps`, { claims, params: { clientId: home, requestId }, body }),
    listAll: (state = 'open') => requests('GET /v1/subject-requests', { claims: officer, query: { state } }),
    jobs,
    letters: async () =>
      (await jobs()).filter(({ work }) => work === 'letter').map((job) => letterOf(job.clientId, job.refId)),
    tend: () => runAs('tend-privacy', () => tendRequests(world.app, () => true)),
  };
}

export const anId = (kind: IdKind): string => newId(kind, 0);
