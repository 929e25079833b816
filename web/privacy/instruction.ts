// An instruction as it is filled in: what lacks in it, and what is sent. Pure.
import type { Viewer } from '#web/privacy/request-words.ts';
import type { Step } from '#web/privacy/requests.ts';
import type { Wrong } from '#web/privacy/sending.ts';
import { t } from '#web/words/words.ts';

/** Of what a client says elsewhere than here. */
export const ways = ['email', 'letter', 'telephone'] as const;

export interface Instructed {
  readonly decision: 'carryOut' | 'refuse';
  /** '': not chosen yet; nothing is presumed of how somebody else spoke. */
  readonly given: (typeof ways)[number] | '';
  readonly text: string;
}

/** The officer writes down what somebody else has said; a client's admin, and we of our own records, decide here. */
export function wrongIn({ decision, given, text }: Instructed, viewer: Viewer): Wrong {
  const words = t.privacy.requests.instruction;
  const isEmpty = text.trim() === '';
  return {
    ...(viewer === 'officer' && given === '' && { '/given': words.givenNeeded }),
    ...(isEmpty && viewer === 'officer' && { '/text': words.saidNeeded }),
    ...(isEmpty && decision === 'refuse' && { '/text': words.whyNeeded }),
  };
}

export const bodyOf = ({ decision, given, text }: Instructed, viewer: Viewer): Step => ({
  step: 'instruct',
  decision,
  given: viewer === 'officer' && given !== '' ? given : 'portal',
  text: text.trim() || null,
});
