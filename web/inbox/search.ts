// The search in what is loaded: here in the browser, so that what is looked for stands in no address and no log.
import type { Message } from '#web/api/types.ts';
import { bareNumber } from '#web/words/phones.ts';

const folded = (text: string): string => text.toLocaleLowerCase('sv');

/** Every word is in it somewhere; three digits or more are part of a number, however it is written. */
export function isHit(message: Message, names: readonly string[], text: string): boolean {
  const { caller, matter, note } = message;
  const digits = bareNumber(text);
  const numbers = [caller.phone, caller.phoneAsGiven, caller.secondPhone, caller.secondPhoneAsGiven];
  if (/^\+?\d{3,}$/.test(digits) && numbers.some((number) => number && bareNumber(number).includes(digits)))
    return true;
  const said = folded([caller.name, caller.company, caller.email, matter, note, ...names].join(' '));
  return folded(text)
    .split(/\s+/u)
    .every((word) => said.includes(word));
}
