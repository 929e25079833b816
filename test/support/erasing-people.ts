// Requests for erasure of people whom the real search finds, and the real jobs that erase them, on a real engine.
import { servePrivacy } from '#api/privacy.ts';
import type { ErasureApp } from '#erasures/app.ts';
import type { Erasure, SignedCertificate } from '#erasures/schema.ts';
import { workErasure } from '#erasures/work-erasure.ts';
import type { JobState } from '#jobs/job.ts';
import type { Workers } from '#jobs/worker.ts';
import { searchForPerson } from '#requests/search-for-person.ts';
import { tendRequests } from '#requests/tend-requests.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { SERVICE } from '#shared/tables.ts';
import type { Engine } from '#test/support/engine.ts';
import { ERASURE, ERASURES } from '#test/support/erasing-world.ts';
import { fakeIdentity } from '#test/support/fake-identity.ts';
import { type Answered, type Caller, type Claims, callerOf, serviceClaims } from '#test/support/http-call.ts';
import { linking } from '#test/support/links.ts';
import { localSigner } from '#test/support/local-signer.ts';
import { type MemoryEvidence, memoryEvidence } from '#test/support/memory-evidence.ts';
import { runJobs } from '#test/support/run-jobs.ts';
import { type SearchedPerson, type SearchingWorld, searchingWorld } from '#test/support/searching-world.ts';
import { runAs } from '#test/support/under-grants.ts';

type Maybe<T> = Answered<T & ProblemBody>;

export interface ErasingPeople extends SearchingWorld {
  erasing: ErasureApp;
  evidence: MemoryEvidence;
  privacy: Caller;
  colleague: Claims;
  /** Logged, identified, instructed by an admin in the portal, and searched for; what is doubtful is decided to be theirs. */
  instructed(who: SearchedPerson): Promise<string>;
  ask(body: object, claims?: Claims): Promise<Maybe<Erasure>>;
  confirm(id: string, claims?: Claims): Promise<Maybe<Erasure>>;
  goOn(id: string, left?: object[]): Promise<Maybe<Erasure>>;
  look(id: string): Promise<Maybe<Erasure>>;
  certificate(certificateId: string): Promise<Maybe<SignedCertificate>>;
  runAll(): Promise<JobState[]>;
  /** Asked for, counted, confirmed, and worked at. @returns the erasure's id. */
  erasePerson(requestId: string): Promise<string>;
  /** The request is answered, and its own time comes to an end. */
  endOf(requestId: string): Promise<void>;
}

const erasingWorkers: Workers<ErasureApp> = { erase: workErasure, search: searchForPerson };

const CLOSED_FOR_MS = 91 * 24 * 60 * 60_000;
const REQUESTS = '/v1/clients/{clientId}/subject-requests';

export async function erasingPeople(engine: Engine): Promise<ErasingPeople> {
  const world = await searchingWorld(engine);
  const { clientId, officer, admin, crashes } = world;
  const evidence = memoryEvidence();
  const erasing: ErasureApp = {
    ...world.app,
    identity: fakeIdentity(crashes),
    evidence: { ...evidence, put: (name, text) => crashes.around(() => evidence.put(name, text)) },
    signer: localSigner(),
  };
  const privacy = callerOf(servePrivacy(() => ({ ...erasing, ...linking })));
  const colleague = serviceClaims(
    await world.aUser(SERVICE, 'privacyOfficer', 'Olga Ombud', 'olga@answeronline.example'),
  );
  const one = (erasureId: string) => ({ params: { clientId, erasureId } });
  const runAll = () => runJobs(world, erasing, erasingWorkers);

  const all: ErasingPeople = {
    ...world,
    erasing,
    evidence,
    privacy,
    colleague,
    async instructed(who) {
      const body = { kind: 'erasure', by: 'client', who };
      const call = { claims: officer, params: { clientId }, body };
      const requestId = (await world.requests<{ id: string }>(`POST ${REQUESTS}`, call)).body.id;
      await world.step(requestId, { step: 'identify', method: 'calledBack' });
      await world.step(requestId, { step: 'instruct', decision: 'carryOut' }, admin);
      await world.prepare(requestId);
      await runAll();
      await world.decide(requestId, { where: { decision: 'undecided' }, set: { decision: 'include' } });
      return requestId;
    },
    ask: (body, claims = officer) => privacy(`POST ${ERASURES}`, { claims, params: { clientId }, body }),
    confirm: (id, claims = officer) => privacy(`POST ${ERASURE}/confirmation`, { claims, ...one(id), body: {} }),
    goOn: (id, left = []) => privacy(`POST ${ERASURE}/continuation`, { claims: officer, ...one(id), body: { left } }),
    look: (id) => privacy(`GET ${ERASURE}`, { claims: officer, ...one(id) }),
    certificate: (certificateId) =>
      privacy('GET /v1/clients/{clientId}/certificates/{certificateId}', {
        claims: admin,
        params: { clientId, certificateId },
      }),
    runAll,
    async erasePerson(requestId) {
      const asked = await all.ask({ what: 'person', requestId });
      if (asked.status !== 201) throw new Error(`Not asked for: ${JSON.stringify(asked.body)}`);
      await runAll();
      await all.confirm(asked.body.id);
      await runAll();
      return asked.body.id;
    },
    async endOf(requestId) {
      const closed = await world.step(requestId, { step: 'close', outcome: 'carriedOut' });
      if (closed.status !== 200) throw new Error(`Not closed: ${JSON.stringify(closed.body)}`);
      world.clock.advance(CLOSED_FOR_MS);
      await runAs('tend-privacy', () => tendRequests(world.app, () => true));
    },
  };
  return all;
}
