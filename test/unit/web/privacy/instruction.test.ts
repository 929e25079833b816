// An instruction: what somebody has to say who writes down another's, and what is sent.
import { beforeAll, expect, test } from 'vitest';
import { bodyOf, type Instructed, wrongIn } from '#web/privacy/instruction.ts';
import { openWords } from '#web/words/words.ts';

beforeAll(() => openWords('privacy'));

const nothing: Instructed = { decision: 'carryOut', given: '', text: ' ' };

test('whoever writes down what a client has said says how it was said, and what, or where it stands', () => {
  expect(Object.keys(wrongIn(nothing, 'officer'))).toEqual(['/given', '/text']);
  expect(wrongIn({ ...nothing, given: 'letter', text: 'Brev 3 december' }, 'officer')).toEqual({});
  expect(bodyOf({ ...nothing, given: 'letter', text: 'Brev ' }, 'officer')).toEqual({
    step: 'instruct',
    decision: 'carryOut',
    given: 'letter',
    text: 'Brev',
  });
});

test.each(['client', 'ourselves'] as const)(
  'said by the %s here nothing more is needed, but why it is refused',
  (speaker) => {
    expect(wrongIn(nothing, speaker)).toEqual({});
    expect(Object.keys(wrongIn({ ...nothing, decision: 'refuse' }, speaker))).toEqual(['/text']);
    expect(bodyOf({ ...nothing, given: 'letter' }, speaker)).toMatchObject({ given: 'portal', text: null });
  },
);
