// A client with staff, messages and people who sign in, and requests whose person is searched for by the real job on a real engine.
import { serveFindings } from '#api/findings.ts';
import { serveRequests } from '#api/requests.ts';
import { type StandingFile, toFile } from '#jobs/file.ts';
import { filesKeyRead, toFilesKey } from '#jobs/files-key.ts';
import { handoutName } from '#jobs/handouts.ts';
import { toJob } from '#jobs/job.ts';
import { openSealed } from '#jobs/sealed-stream.ts';
import { workJob } from '#jobs/work-job.ts';
import type { Workers } from '#jobs/worker.ts';
import { eachFindingPage, type Finding } from '#requests/findings.ts';
import type { ReportApp } from '#requests/paper-parts.ts';
import { AccessReport } from '#requests/report-schema.ts';
import { searchForPerson } from '#requests/search-for-person.ts';
import type { FindingView, ReportStanding } from '#requests/search-schema.ts';
import { writeAccessReport } from '#requests/write-access-report.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { newId } from '#shared/ids.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import { jointKey } from '#shared/vault.ts';
import { jitteredWait } from '#shared/wait.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import type { Engine } from '#test/support/engine.ts';
import {
  type Answered,
  type Caller,
  type Claims,
  callerOf,
  portalClaims,
  serviceClaims,
} from '#test/support/http-call.ts';
import { type MemoryHandouts, memoryHandouts } from '#test/support/memory-handouts.ts';
import { type MessagesWorld, messagesWorld } from '#test/support/messages-world.ts';
import { runAs } from '#test/support/under-grants.ts';
import type { ClientRole, ServiceRole } from '#users/schema.ts';
import { newMembership, newUser } from '#users/store.ts';

type Maybe<T> = Answered<T & ProblemBody>;

const LIST = '/v1/clients/{clientId}/subject-requests';
const ONE = `${LIST}/{requestId}`;

export interface SearchedPerson {
  /** access, unless said otherwise. */
  kind?: 'access' | 'portability';
  names?: string[];
  phones?: string[];
  emails?: string[];
  staffId?: string;
}

export interface SearchingWorld extends MessagesWorld {
  app: MessagesWorld['app'] & ReportApp & { bulk: BulkWrites };
  handouts: MemoryHandouts;
  clientId: string;
  officer: Claims;
  admin: Claims;
  crashes: CrashPoints;
  requests: Caller;
  /** Somebody who signs in. @returns the user's id. */
  aUser(home: string, role: ClientRole | ServiceRole, name: string, email: string, staffId?: string): Promise<string>;
  /** Identified, instructed, and about to be searched for. @returns the request's id. */
  asked(who: SearchedPerson, home?: string): Promise<string>;
  prepare(requestId: string, home?: string): Promise<void>;
  /** Carries out the last search. @param mayRun how many pages a run may have before its time is up. */
  search(requestId: string, home?: string, mayRun?: number): Promise<void>;
  /** One run of the last search, and of a job, that may die under way. */
  dieIn(requestId: string): Promise<void>;
  dieAt(jobId: string): Promise<void>;
  /** Page by page. */
  decideAll(requestId: string, set: object): Promise<void>;
  /** Runs a job to its end. */
  work(jobId: string, home?: string, mayRun?: number): Promise<void>;
  order(requestId: string, body?: object, home?: string): Promise<Maybe<{ job: { jobId: string } }>>;
  /** Ordered, and written. */
  reported(requestId: string, body?: object, home?: string): Promise<ReportStanding>;
  /** A file as whoever has its keys opens it; undefined where they are gone. */
  fileOf(fileId: string, home?: string): Promise<{ file: StandingFile; bytes: Buffer } | undefined>;
  /** What the file for machines says. */
  reportOf(requestId: string, home?: string): Promise<AccessReport>;
  /** Asked, and searched for. */
  searched(who: SearchedPerson, home?: string): Promise<string>;
  found(requestId: string): Promise<Finding[]>;
  /** `store#recordId` of each. */
  foundIds(requestId: string): Promise<string[]>;
  list(requestId: string, query?: Record<string, string>, home?: string): Promise<FindingView[]>;
  decide(
    requestId: string,
    body: object,
    home?: string,
  ): Promise<Maybe<{ changed: number; nextCursor: string | null }>>;
  standing(requestId: string, claims?: Claims, home?: string): Promise<Maybe<ReportStanding>>;
  step(requestId: string, body: object, claims?: Claims, home?: string): Promise<Maybe<{ searchJobId: string }>>;
}

const workers: Workers<ReportApp> = { search: searchForPerson, report: writeAccessReport };

export async function searchingWorld(engine: Engine): Promise<SearchingWorld> {
  const world = await messagesWorld(engine);
  const crashes = new CrashPoints();
  crashes.watch(world.client);
  const handouts = memoryHandouts();
  const app = { ...world.app, bulk: new BulkWrites(world.client, world.tables, jitteredWait), handouts };
  const clientId = (await world.aClient({ name: 'Kvarngärdets El', legalName: null })).body.id;
  const served = { requests: callerOf(serveRequests(() => app)), findings: callerOf(serveFindings(() => app)) };
  const requests: Caller = (routeKey, more) =>
    (/[/](findings|report)$/.test(routeKey) ? served.findings : served.requests)(routeKey, more);

  async function aUser(home: string, role: ClientRole | ServiceRole, name: string, email: string, staffId?: string) {
    const userId = newId('user', world.clock.nowMs());
    const linked = staffId === undefined ? {} : { staffId };
    const membership = { role, state: 'active' as const, invitedAt: world.clock.nowMs(), version: 1, ...linked };
    await app.db.commit([...newUser(userId, email, home), ...newMembership({ home, userId, name, membership }).writes]);
    return userId;
  }

  const officer = serviceClaims(
    await aUser(SERVICE, 'privacyOfficer', 'Birgitta Åhman', 'birgitta@answeronline.example'),
  );
  const admin = portalClaims(await aUser(clientId, 'clientAdmin', 'Åke Öhman', 'ake@kvarngardet.example'), [clientId]);
  const paths = (requestId: string, home: string) => ({ clientId: home, requestId });

  const all: SearchingWorld = {
    ...world,
    app,
    clientId,
    officer,
    admin,
    crashes,
    handouts,
    requests,
    aUser,
    async asked({ kind = 'access', ...who }: SearchedPerson, home = clientId) {
      const body = { kind, by: 'client', who };
      const logged = await requests<{ id: string }>(`POST ${LIST}`, {
        claims: officer,
        params: { clientId: home },
        body,
      });
      const requestId = logged.body.id;
      await all.step(requestId, { step: 'identify', method: 'calledBack' }, officer, home);
      await all.step(
        requestId,
        { step: 'instruct', decision: 'carryOut', given: 'email', text: 'Åke Öhman skrev: gör det' },
        officer,
        home,
      );
      await all.prepare(requestId, home);
      return requestId;
    },
    async prepare(requestId, home = clientId) {
      const { status } = await all.step(requestId, { step: 'prepare' }, officer, home);
      if (status !== 200) throw new Error(`Not prepared: ${status}`);
    },
    async search(requestId, home = clientId, mayRun = Number.POSITIVE_INFINITY) {
      const read = await requests<{ searchJobId: string }>(`GET ${ONE}`, {
        claims: officer,
        params: paths(requestId, home),
      });
      await all.work(read.body.searchJobId, home, mayRun);
    },
    async dieIn(requestId) {
      const { body } = await requests<{ searchJobId: string }>(`GET ${ONE}`, {
        claims: officer,
        params: paths(requestId, clientId),
      });
      await all.dieAt(body.searchJobId);
    },
    async dieAt(jobId) {
      try {
        await runAs('work-jobs', () => workJob(app, workers, { clientId, jobId }, () => 600_000));
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'Crash') throw error;
      }
    },
    async decideAll(requestId, set) {
      let cursor: string | null | undefined;
      do {
        const body = { where: {}, set, ...(cursor && { cursor }) };
        cursor = (await all.decide(requestId, body)).body.nextCursor;
      } while (cursor);
    },
    async work(jobId, home = clientId, mayRun = Number.POSITIVE_INFINITY) {
      const key = { table: 'records' as const, key: recordKeys.job(home, jobId) };
      for (;;) {
        const item = (await app.db.read([key])).get(key);
        if (!item || toJob(item).state === 'done') return;
        if (toJob(item).state === 'failed') throw new Error('The job was given up');
        let pages = mayRun;
        const mayGo = () => (pages-- > 0 ? 600_000 : 0);
        await runAs('work-jobs', () => workJob(app, workers, { clientId: home, jobId }, mayGo));
      }
    },
    order: (requestId, body = {}, home = clientId) =>
      requests(`POST ${ONE}/report`, { claims: officer, params: paths(requestId, home), body }),
    async reported(requestId, body = {}, home = clientId) {
      const ordered = await all.order(requestId, body, home);
      if (ordered.status !== 202) throw new Error(`Not ordered: ${JSON.stringify(ordered.body)}`);
      await all.work(ordered.body.job.jobId, home);
      return (await all.standing(requestId, officer, home)).body;
    },
    async fileOf(fileId, home = clientId) {
      const key = { pk: recordKeys.filesOf(home).pk, sk: fileId };
      const reads = [{ table: 'records' as const, key }, { table: 'registerKeys' as const, key }, filesKeyRead(home)];
      const found = await app.db.read(reads);
      const [item, own, shared] = reads.map((read) => found.get(read));
      const filesKey = toFilesKey(shared);
      if (!item || !own || !filesKey) return undefined;
      const sealed = handouts.objects.get(handoutName(home, fileId)) ?? Buffer.alloc(0);
      const pieces: Buffer[] = [];
      for await (const piece of openSealed(jointKey(filesKey.key, own.key as Uint8Array), [sealed])) pieces.push(piece);
      return { file: toFile(item), bytes: Buffer.concat(pieces) };
    },
    async reportOf(requestId, home = clientId) {
      const { report } = (await all.standing(requestId, officer, home)).body;
      const json = report?.files.find(({ format }) => format === 'json');
      const opened = json && (await all.fileOf(json.fileId, home));
      return AccessReport().parse(JSON.parse(opened?.bytes.toString('utf8') ?? 'null'));
    },
    async searched(who, home = clientId) {
      const requestId = await all.asked(who, home);
      await all.search(requestId, home);
      return requestId;
    },
    async found(requestId) {
      const all: Finding[] = [];
      for await (const page of eachFindingPage(app, requestId)) all.push(...page);
      return all;
    },
    async foundIds(requestId) {
      return (await all.found(requestId)).map(({ store, recordId }) => `${store}#${recordId}`);
    },
    async list(requestId, query = {}, home = clientId) {
      const answer = await requests<{ items: FindingView[] }>(`GET ${ONE}/findings`, {
        claims: officer,
        params: paths(requestId, home),
        query,
      });
      return answer.body.items;
    },
    decide: (requestId, body, home = clientId) =>
      requests(`PATCH ${ONE}/findings`, { claims: officer, params: paths(requestId, home), body }),
    standing: (requestId, claims = officer, home = clientId) =>
      requests(`GET ${ONE}/report`, { claims, params: paths(requestId, home) }),
    step: (requestId, body, claims = officer, home = clientId) =>
      requests(`POST ${ONE}/steps`, { claims, params: paths(requestId, home), body }),
  };
  return all;
}
