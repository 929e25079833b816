// What a form of a step is given.
import type { Draft } from '#web/kept/drafts.ts';
import type { Step, SubjectRequest } from '#web/privacy/requests.ts';
import type { Sending } from '#web/privacy/sending.ts';

export interface StepFormProps {
  request: SubjectRequest;
  isAdmin: boolean;
  sending: Sending;
  /** @param draft is cleared once the step is taken: until then what is written is kept. */
  take: (step: Step, draft?: Pick<Draft<unknown>, 'clear'>) => void;
}
