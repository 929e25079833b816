// What is said of a request: nothing of a search before it is so, and of our own records nothing of a client.
import { beforeAll, expect, test } from 'vitest';
import { requestStates, requestSteps } from '#requests/codes.ts';
import { aRequest, at, carryOut, closing, identity } from '#test/unit/web/privacy/a-request.ts';
import { courseOf } from '#web/privacy/request-course.tsx';
import {
  doneWords,
  methodWords,
  notTrueWords,
  stateWords,
  stepWords,
  viewerOf,
  whatNow,
} from '#web/privacy/request-words.ts';
import { chosenLanguage, openWords, t } from '#web/words/words.ts';

beforeAll(async () => {
  chosenLanguage.value = 'sv';
  await openWords('privacy');
});

const search = (state: 'running' | 'done') => ({ jobId: 'job_1', state, done: 3, total: null });
const preparing = aRequest({
  state: 'preparing',
  instruction: carryOut,
  identity,
  preparedAt: at,
  searchJobId: 'job_1',
});

test('what was found is to be gone through when the search has come through, and not before', () => {
  const words = t.privacy.requests.what;

  expect(whatNow(preparing, 'officer', undefined)).toBeUndefined();
  expect(whatNow(preparing, 'officer', search('running'))).toBe(words.searching);
  expect(whatNow(preparing, 'officer', search('done'))).toBe(words.preparing);
});

test('that the search is done stands in the course when it is', () => {
  const said = (searchedAt: string | null) => courseOf(preparing, 'officer', searchedAt).map(({ what }) => what);

  expect(said(null)).not.toContain('Sökningen är klar');
  expect(said(at)).toContain('Sökningen är klar');
});

test('an erasure that is certified waits for its end', () => {
  const certified = aRequest({ ...preparing, kind: 'erasure', closings: [closing('carriedOut')] });

  expect(whatNow(certified, 'officer', search('done'))).toBe(t.privacy.requests.what.certified);
  expect(whatNow({ ...certified, clientId: 'service' }, 'ourselves', search('done'))).toMatch(/Telefonister/);
});

test.each(['access', 'rectification', 'erasure', 'objection'] as const)(
  'of our own records nothing is said of a client: %s',
  (kind) => {
    const ours = { ...preparing, clientId: 'service', kind, forwardedAt: at, releasedAt: at };
    const viewer = viewerOf(ours, false);
    const decided = [carryOut, { ...carryOut, decision: 'refuse' as const }];
    const said = [
      ...requestStates.flatMap((state) =>
        decided.map((instruction) => whatNow({ ...ours, state, instruction }, viewer, search('done'))),
      ),
      ...requestStates.map((state) => stateWords(state, viewer)),
      ...requestSteps
        .filter((step) => step !== 'forward')
        .flatMap((step) => [stepWords(step, viewer), doneWords(step, viewer)]),
      ...courseOf({ ...ours, identity }, viewer, at).map(({ what }) => what),
      methodWords('knownToClient', viewer),
      notTrueWords({ step: 'close', outcome: 'carriedOut', text: null }, viewer),
    ].filter((word) => word !== undefined);

    // Where the accounts of a client's people are removed is the one exception.
    expect(said.filter((word) => /kund/i.test(word.replace('en kunds under kundens Användare', '')))).toEqual([]);
  },
);
