// How absences are said here and now: the words, the language and the service's time.
import { serverNowMs } from '#web/api/server-clock.ts';
import { language, t } from '#web/words/words.ts';

export const spokenNow = (nowMs = serverNowMs()) => ({
  words: { ...t.own, reasons: t.parts.reasons },
  language: language(),
  nowMs,
});
