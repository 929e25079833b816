// What the caller of a message is called: by name, firm or number, whichever there is.
import type { Message } from '#web/api/types.ts';
import { phoneWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

export function callerName({ name, company, phone, phoneAsGiven }: Message['caller']): string {
  return name ?? company ?? (phone === null ? null : phoneWords(phone)) ?? phoneAsGiven ?? t.inbox.unknownCaller;
}
