// The shape that every language has: that of the Swedish words. A missing or superfluous word does not compile.
import type { attention } from '#web/words/sv/attention.ts';
import type { callAfter } from '#web/words/sv/call-after.ts';
import type { client } from '#web/words/sv/client.ts';
import type { desk } from '#web/words/sv/desk.ts';
import type { inbox } from '#web/words/sv/inbox.ts';
import type { own } from '#web/words/sv/own.ts';
import type { privacy } from '#web/words/sv/privacy.ts';
import type { staff } from '#web/words/sv/staff.ts';
import type { users } from '#web/words/sv/users.ts';
import type { sv } from '#web/words/sv.ts';

type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Widened<T[Key]> };

export type CommonWords = Widened<typeof sv>;

/** By room: they are loaded with its views. */
export type RoomWords = Widened<{
  attention: typeof attention;
  callAfter: typeof callAfter;
  client: typeof client;
  desk: typeof desk;
  inbox: typeof inbox;
  own: typeof own;
  privacy: typeof privacy;
  staff: typeof staff;
  users: typeof users;
}>;
export type WordRoom = keyof RoomWords;

export type Words = CommonWords & RoomWords;
export type Language = 'sv' | 'en';
