// What each step makes of a subject request, and what follows from it: letters, and the search for the person.
import { newJob } from '#jobs/job.ts';
import type { LetterAbout, LetterTo } from '#letters/about.ts';
import { letter } from '#letters/letter.ts';
import { deadlineOf, keptUntilMs } from '#requests/clocks.ts';
import { closingText } from '#requests/closing-text.ts';
import { lifeCycle } from '#requests/life-cycle.ts';
import type { StepInput } from '#requests/schema.ts';
import type { OpenedRequest, RequestContent, Signed } from '#requests/store.ts';
import { withoutErasing, withoutPreparation } from '#requests/take-back.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import type { Write } from '#shared/writes.ts';

interface Stepper {
  caller: Caller;
  /** Who answers, by name. */
  signature: string | null;
}

interface Stepped {
  request: RequestContent;
  follows: Write[];
}

/** A step that is allowed, taken. */
export function afterStep(app: App, opened: OpenedRequest, input: StepInput, stepper: Stepper): Stepped {
  const { keys: _, ...before } = opened;
  const signed: Signed = { by: stepper.caller.id, atMs: app.clock.nowMs() };
  const moved = { ...before, state: lifeCycle[input.step].to ?? before.state };
  const tell = (to: LetterTo, about: LetterAbout, day?: string) =>
    letter(app, { clientId: before.clientId, to, about, refId: before.id, ...(day && { day }) });
  const byClient = stepper.caller.role === 'clientAdmin';

  switch (input.step) {
    case 'identify': {
      const { method, note } = input;
      const value = { ...before.value, identityNote: note };
      return { request: { ...moved, identity: { ...signed, method }, value }, follows: [] };
    }
    case 'forward':
      return {
        request: { ...moved, forwardedAtMs: signed.atMs },
        follows: tell('admins', 'requestForwarded', before.deadline),
      };
    case 'instruct': {
      const { decision, given, text } = input;
      const instruction = { ...signed, decision, given: byClient ? ('portal' as const) : given };
      const { saidMoreBy: _, ...unprepared } = withoutPreparation(moved);
      return {
        request: {
          ...unprepared,
          instruction,
          value: { ...before.value, instructionText: text },
        },
        follows: byClient ? tell('officers', 'requestInstructed', before.deadline) : [],
      };
    }
    case 'prepare': {
      const { clientId, id: refId } = before;
      const { jobId, writes } = newJob(app, { clientId, work: 'search', refId, askedBy: stepper.caller.id });
      const request = { ...withoutPreparation(moved), preparedAtMs: signed.atMs, searchJobId: jobId };
      return { request, follows: writes };
    }
    case 'release':
      return { request: { ...moved, releasedAtMs: signed.atMs }, follows: tell('admins', 'requestReleased') };
    case 'extend': {
      const { months, why } = input;
      const deadline = deadlineOf(before.receivedAtMs, months);
      return {
        request: { ...moved, extension: { ...signed, months, why }, deadline },
        follows: tell(byClient ? 'officers' : 'admins', 'requestExtended', deadline),
      };
    }
    case 'close': {
      const { outcome, text } = input;
      const { language } = before;
      const closing = text ?? closingText(before, { outcome, language, signature: stepper.signature });
      return {
        request: {
          ...withoutErasing(moved),
          closed: { ...signed, outcome },
          endsAtMs: keptUntilMs(signed.atMs, before.keepDays),
          value: { ...before.value, closingText: closing },
        },
        follows: tell(byClient ? 'officers' : 'admins', 'requestClosed'),
      };
    }
  }
}
