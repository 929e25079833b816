// What there is to render: a message for one recipient, and the lines about its caller that e-mail and SMS share.

import { dateWords, messageWords, timeWords } from '#messages/message-words.ts';
import type { MessageContent } from '#messages/schema.ts';
import { visibleLine, visibleText } from '#messages/visible-text.ts';
import type { Language } from '#shared/fields.ts';
import { formatPhone } from '#shared/phone.ts';

export interface Rendering {
  /** undefined: a notice only, without any content. */
  content: MessageContent | undefined;
  /** The person it is meant for; undefined: nobody in particular. */
  name: string | undefined;
  language: Language;
  urgent: boolean;
  /** It mends what was sent before. */
  correction: boolean;
  /** Nobody has called. */
  test?: boolean | undefined;
  takenAtMs: number;
  /** Where it was written in later. */
  enteredAtMs?: number | undefined;
  /** Epoch seconds. */
  expiresAt: number;
  portalUrl: string;
}

const visibleContent = ({ caller, matter, ...content }: MessageContent): MessageContent => ({
  ...content,
  caller: Object.fromEntries(
    Object.entries(caller)
      .map(([field, value]) => [field, visibleLine(value)])
      .filter(([, value]) => value !== ''),
  ),
  ...(matter && { matter: visibleText(matter) }),
});

/** The same with texts as they may be shown, whatever was let in. */
export const visible = ({ content, name, ...rendering }: Rendering): Rendering => ({
  ...rendering,
  content: content && visibleContent(content),
  name: name === undefined ? undefined : visibleLine(name) || undefined,
});

/** What is told of it without any content. */
export function noticeOf({ language, urgent, name, correction, test }: Rendering): string {
  const words = messageWords[language];
  if (test) return words.noticeTest;
  if (urgent) return correction ? words.noticeUrgentCorrected : words.noticeUrgent;
  if (name) return correction ? words.noticeCorrected : words.notice;
  return correction ? words.noticeForCorrected : words.noticeFor;
}

/** `Eva Ek, Ek Bygg`, or that nobody knows. */
export function callerName({ caller }: MessageContent, language: Language): string {
  const names = [caller.name, caller.company].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(', ') : messageWords[language].unknownCaller;
}

/** `070-174 06 05, anknytning 12`; what is not a complete number stands as it was given, and says so. */
export function callerPhone({ caller }: MessageContent, language: Language): string | undefined {
  const words = messageWords[language];
  const number = caller.phone
    ? formatPhone(caller.phone)
    : caller.phoneAsGiven && `${caller.phoneAsGiven} (${words.uncertain})`;
  const parts = [number, caller.extension && `${words.extension} ${caller.extension}`].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

export function secondPhone({ caller }: MessageContent, language: Language): string | undefined {
  if (caller.secondPhone) return formatPhone(caller.secondPhone);
  return caller.secondPhoneAsGiven && `${caller.secondPhoneAsGiven} (${messageWords[language].uncertain})`;
}

/** `10.42`; of a call that was written in on a later day `27 november 2026 22.10`: the hour alone would be taken for today's. */
export function callTimeWords({ takenAtMs, enteredAtMs, language }: Rendering): string {
  const time = timeWords(takenAtMs, language);
  const date = dateWords(takenAtMs, language);
  return enteredAtMs === undefined || dateWords(enteredAtMs, language) === date ? time : `${date} ${time}`;
}
