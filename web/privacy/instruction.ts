// An instruction as it is filled in: what lacks in it, and what is sent. Pure.
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

/** client: its admin, signed in. officer: writes down what the client has said. ourselves: of our own records we decide. */
export type Speaker = 'client' | 'officer' | 'ourselves';

export function wrongIn({ decision, given, text }: Instructed, speaker: Speaker): Wrong {
  const words = t.privacy.requests.instruction;
  const isEmpty = text.trim() === '';
  return {
    ...(speaker === 'officer' && given === '' && { '/given': words.givenNeeded }),
    ...(isEmpty && speaker === 'officer' && { '/text': words.saidNeeded }),
    ...(isEmpty && decision === 'refuse' && { '/text': words.whyNeeded }),
  };
}

export const bodyOf = ({ decision, given, text }: Instructed, speaker: Speaker): Step => ({
  step: 'instruct',
  decision,
  given: speaker === 'officer' && given !== '' ? given : 'portal',
  text: text.trim() || null,
});
