// A value of a record as people say it: numbers, times, yes and no. What is written by people stays as it is.
import { clockWords, dayWords } from '#web/words/dates.ts';
import { phoneWords } from '#web/words/phones.ts';
import { language, t } from '#web/words/words.ts';

export function spoken(text: string): string {
  if (/^\+\d{7,15}$/.test(text)) return phoneWords(text);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return `${dayWords(text, language())} ${clockWords(text, language())}`;
  const { yes, no } = t.privacy.findings;
  return text === 'true' ? yes : text === 'false' ? no : text;
}
