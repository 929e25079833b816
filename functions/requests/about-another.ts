// Whether a correction of who asks says more about the same person, or names another one.

import { dialled } from '#desk/phone-digits.ts';
import type { Who } from '#requests/schema.ts';
import { comparedEmail, foldedWords, questOf } from '#requests/search/quest.ts';
import type { RequestContent, RequestFields } from '#requests/store.ts';
import { withoutPreparation } from '#requests/take-back.ts';

const lacks = (after: readonly string[], before: readonly string[], compared: (one: string) => string) => {
  const kept = new Set(after.map(compared));
  return before.some((one) => !kept.has(compared(one)));
};

/**
 * Something that was said of the person is not said any more, or nothing was said by which anybody could be found: then nobody
 * can tell that it is the same one.
 */
export const namesAnother = (before: Who, after: Who): boolean =>
  (!isSought(before) && isSought(after)) ||
  lacks(after.names, before.names, (name) => foldedWords(name).join(' ')) ||
  lacks(after.phones, before.phones, dialled) ||
  lacks(after.emails, before.emails, comparedEmail) ||
  (before.staffId !== null && after.staffId !== before.staffId);

/** Something is said that was not, or is not any more. */
export const saysOther = (before: Who, after: Who): boolean =>
  namesAnother(before, after) || namesAnother(after, before);

/** Whether there is anything to look for: a name of dots and strokes alone is none. */
export function isSought({ staffId, ...given }: Who): boolean {
  const { names, phones, emails } = questOf({ given });
  return staffId !== null || names.length + phones.size + emails.size > 0;
}

/** What the client has said, how it was made sure who asks, and what was erased, was about the one before; so was what was decided of findings. */
export function aboutAnother(request: RequestContent, nowMs: number): RequestContent {
  const {
    instruction: _i,
    identity: _d,
    erased: _e,
    saidMoreBy: _s,
    ...rest
  } = withoutPreparation<RequestContent>(request);
  const state: RequestFields['state'] = request.forwardedAtMs === undefined ? 'received' : 'forwarded';
  return {
    ...rest,
    state,
    soughtSinceMs: nowMs,
    value: { ...request.value, instructionText: null, identityNote: null },
  };
}
