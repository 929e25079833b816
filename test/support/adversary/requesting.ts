// A subject request in a life: logged, corrected, instructed and closed. It is gone ninety days after.
import type { Flock } from '#test/support/adversary/flock.ts';
import type { Teller } from '#test/support/adversary/teller.ts';
import type { Json } from '#test/support/http-world.ts';
import type { TestRunner } from '#test/support/runner.ts';

interface Requesting {
  readonly runner: TestRunner;
  readonly say: Teller['say'];
  readonly flock: Flock;
  readonly clientId: string;
}

/** `request before` is what was logged, `request` what stands in it when it is closed. */
export async function requestedLife({ runner, say, flock, clientId }: Requesting): Promise<void> {
  const logged = await say('createSubjectRequest', {
    of: 'request before',
    params: { clientId },
    body: { kind: 'rectification', ...flock.request() },
    key: flock.key(),
  });
  const token = await runner.userToken('privacy@answeronline.example');
  const asThis = { of: 'request', token, params: { clientId, requestId: logged.id as string } };
  const { etag } = await say('readSubjectRequest', asThis);
  await say('changeSubjectRequest', { ...asThis, ifMatch: etag, body: { ...flock.request(), notes: flock.note() } });
  const steps = [
    { step: 'identify', method: 'calledBack', note: flock.note() },
    { step: 'instruct', decision: 'carryOut', given: 'email', text: flock.note() },
    { step: 'close', outcome: 'carriedOut', text: flock.note() },
  ];
  for (const body of steps) await say('stepSubjectRequest', { ...asThis, body });
  await say('listAllSubjectRequests', { of: 'request', token, query: { state: 'closed' } });
}

export interface Asking extends Pick<Requesting, 'say' | 'flock' | 'clientId'> {
  /** The officer's. */
  readonly token: string;
  /** Of whoever gives the client's instruction; the officer's where there is none. */
  readonly admin?: string;
  /** Whose secrets what is said in it are. */
  readonly of: string;
}

/** A request about somebody, under way. */
export interface Asked {
  readonly id: string;
  step(said: object): Promise<Json>;
  decide(body: object): Promise<Json>;
  search(): Promise<void>;
  /**
   * All that is in doubt is decided to be theirs, or not; what is said of others may be shown. By what is theirs more may be
   * known of the person, who is then searched for again.
   */
  decideAll(doubtful: 'include' | 'leave'): Promise<void>;
  findings(): Promise<readonly Json[]>;
  /** @returns the files of the report. */
  report(): Promise<readonly { format: string; fileId: string }[]>;
}

/** Logged, identified, and instructed. */
export async function asked(
  { say, flock, clientId, token, admin = token, of }: Asking,
  { kind, who }: { kind: 'access' | 'erasure'; who: object },
): Promise<Asked> {
  const body = { ...flock.request(), kind, who };
  const { id } = await say('createSubjectRequest', { of, params: { clientId }, body });
  const asThis = { of, token, params: { clientId, requestId: id as string } };
  const step: Asked['step'] = (said) => say('stepSubjectRequest', { ...asThis, body: said });
  const read = () => say('readAccessReport', asThis);
  const decide: Asked['decide'] = (decision) => say('decideFindings', { ...asThis, body: decision });
  const search = async () => {
    await step({ step: 'prepare' });
    await until(read, (standing) => standing.search?.state === 'done');
  };
  await step({ step: 'identify', method: 'calledBack', note: flock.note() });
  const instruction = { step: 'instruct', decision: 'carryOut', given: 'email', text: flock.note() };
  await say('stepSubjectRequest', { ...asThis, token: admin, body: instruction });
  return {
    id: id as string,
    step,
    decide,
    search,
    async decideAll(doubtful) {
      for (;;) {
        await decide({ where: { decision: 'undecided' }, set: { decision: doubtful, third: 'shown' } });
        await decide({ where: { third: 'toReview' }, set: { third: 'shown' } });
        if (!(await read()).searchAgain) return;
        await search();
      }
    },
    findings: async () => (await say('listFindings', asThis)).items,
    async report() {
      await say('makeAccessReport', { ...asThis, body: { language: 'sv' } });
      return (await until(read, ({ report }) => report?.madeAt)).report.files;
    },
  };
}

const LOOK_EVERY_MS = 100;

/** @throws Error where it does not come to that. */
export async function until(read: () => Promise<Json>, holds: (read: Json) => unknown): Promise<Json> {
  const giveUpAt = performance.now() + 60_000;
  for (;;) {
    const now = await read();
    if (holds(now)) return now;
    if (performance.now() > giveUpAt) throw new Error(`It does not come to that: ${JSON.stringify(now)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** A person is searched for, what is said of somebody else in a message is hidden, and the report is made and released. */
export async function reportedLife(
  { runner, say, flock, clientId }: Requesting,
  { staffId, message }: { staffId: string; message: { id: string; matter: string } },
): Promise<void> {
  const token = await runner.userToken('privacy@answeronline.example');
  const asking = { say, flock, clientId, token, of: 'request' };
  const request = await asked(asking, { kind: 'access', who: { staffId } });
  await request.search();
  const masks = [{ code: 'matter', passage: message.matter }];
  const masked = { id: `message#${message.id}`, decision: 'include', third: 'masked', masks };
  // The words are the message's: they go with it, whatever becomes of the request.
  const params = { clientId, requestId: request.id };
  await say('decideFindings', { of: 'message', token, params, body: { findings: [masked] } });
  await request.decideAll('include');
  await request.findings();
  await request.report();
  await request.step({ step: 'release' });
  await request.step({ step: 'close', outcome: 'carriedOut', text: flock.note() });
}
