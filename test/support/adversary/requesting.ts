// A subject request in a life: logged, corrected, instructed and closed. It is gone ninety days after.
import type { Flock } from '#test/support/adversary/flock.ts';
import type { Teller } from '#test/support/adversary/teller.ts';
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
