// Whom a message is for once it has gone from one addressee to another.
import type { MessageRecord } from '#messages/store.ts';

type Addressees = Pick<MessageRecord, 'staffId' | 'copyTo'>;

/** undefined: the general inbox. */
export function handedOver(
  { staffId, copyTo }: Addressees,
  from: string | undefined,
  to: string | undefined,
): Partial<Addressees> {
  const others = copyTo.filter((copy) => copy !== from && copy !== to);
  if (from === staffId) return { staffId: to, copyTo: others };
  return { copyTo: to === undefined || to === staffId ? others : [...others, to] };
}
