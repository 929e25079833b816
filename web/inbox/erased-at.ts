// How long a message was kept, told from its id alone: of an erased one there is nothing else.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;

/** An id begins with the time of the call, ten digits of 32 after its prefix. */
export function takenMs(messageId: string): number {
  const time = messageId.slice('msg_'.length, 'msg_'.length + TIME_LENGTH);
  return [...time].reduce((sum, digit) => sum * 32 + DIGITS.indexOf(digit), 0);
}

/** undefined where it is less than one month, or no message's id. */
export function monthsKept(messageId: string, erasedAt: string): number | undefined {
  const [taken, erased] = [new Date(takenMs(messageId)), new Date(erasedAt)];
  const months = (erased.getTime() - taken.getTime()) / (30.44 * 24 * 60 * 60_000);
  return Number.isFinite(months) && Math.round(months) >= 1 ? Math.round(months) : undefined;
}
