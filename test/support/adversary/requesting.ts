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

/** A person is searched for, what is said of somebody else in a message is hidden, and the report is made and released. */
export async function reportedLife(
  { runner, say, flock, clientId }: Requesting,
  { staffId, message }: { staffId: string; message: { id: string; matter: string } },
): Promise<void> {
  const body = { ...flock.request(), kind: 'access', who: { staffId } };
  const { id: requestId } = await say('createSubjectRequest', { of: 'request', params: { clientId }, body });
  const token = await runner.userToken('privacy@answeronline.example');
  const asThis = { of: 'request', token, params: { clientId, requestId: requestId as string } };
  const step = (said: object) => say('stepSubjectRequest', { ...asThis, body: said });
  const until = async (holds: (standing: Json) => boolean): Promise<void> => {
    const giveUpAt = performance.now() + 30_000;
    while (!holds(await say('readAccessReport', asThis))) {
      if (performance.now() > giveUpAt) throw new Error('The report does not come on');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  await step({ step: 'identify', method: 'calledBack', note: flock.note() });
  await step({ step: 'instruct', decision: 'carryOut', given: 'email', text: flock.note() });
  const search = async () => {
    await step({ step: 'prepare' });
    await until((standing) => standing.search?.state === 'done');
  };
  await search();
  const masks = [{ code: 'matter', passage: message.matter }];
  const masked = { id: `message#${message.id}`, decision: 'include', third: 'masked', masks };
  // The words are the message's: they go with it, whatever becomes of the request.
  await say('decideFindings', { ...asThis, of: 'message', body: { findings: [masked] } });
  const includeTheRest = async () => {
    for (const where of [{ third: 'toReview' }, { decision: 'undecided' }])
      await say('decideFindings', { ...asThis, body: { where, set: { decision: 'include', third: 'shown' } } });
  };
  await includeTheRest();
  // By what was included more is known of the person.
  while ((await say('readAccessReport', asThis)).searchAgain) {
    await search();
    await includeTheRest();
  }
  await say('listFindings', asThis);
  await say('makeAccessReport', { ...asThis, body: { language: 'sv' } });
  await until(({ report }) => report?.madeAt);
  await step({ step: 'release' });
  await step({ step: 'close', outcome: 'carriedOut', text: flock.note() });
}
