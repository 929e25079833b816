// The shape that every language has: that of the Swedish words. A missing or superfluous word does not compile.
import type { sv } from '#web/words/sv.ts';

type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Widened<T[Key]> };

export type Words = Widened<typeof sv>;
export type Language = 'sv' | 'en';
