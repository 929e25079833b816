// Where a word is broken that is wider than its line: a compound by the rule of one consonant, an address after its signs.

const vowel = /[aeiouyåäöéæøü]/i;
/** Two letters for one sound stay together. */
const pairs = /^(?:ch|ph|qu|sh|th)$/i;

/** Before the last consonant that a vowel follows, three letters from either end: personupp-giftsbiträ-desavtal. */
function mayHyphenate(text: string, at: number): boolean {
  if (!/^\p{L}{3}$/u.test(text.slice(at - 3, at)) || !/^\p{L}{3}$/u.test(text.slice(at, at + 3))) return false;
  const letter = text[at] as string;
  if (vowel.test(letter) || letter === 'x' || pairs.test(text.slice(at - 1, at + 1))) return false;
  const sound = pairs.test(text.slice(at, at + 2)) ? 2 : 1;
  return vowel.test(text[at + sound] ?? '');
}

const afterSpace = (text: string, at: number): boolean => text[at - 1] === ' ';
const afterSign = (text: string, at: number): boolean => /[@._/:?&=+,;-]/.test(text[at - 1] ?? '');
/** Never through a letter of two halves or away from its accent. */
const anywhere = (text: string, at: number): boolean => !/^[\p{M}\udc00-\udfff]/u.test(text.slice(at));

const ways: readonly { may: (text: string, at: number) => boolean; sign: string; leastShare: number }[] = [
  { may: afterSpace, sign: '', leastShare: 0 },
  { may: afterSign, sign: '', leastShare: 0.4 },
  // A soft hyphen: who reads the text aloud leaves it out.
  { may: mayHyphenate, sign: '\u00ad', leastShare: 0.3 },
  { may: anywhere, sign: '', leastShare: 0 },
];

/** What goes on this line and what is left; a line takes one letter at least, however narrow it is. */
export function breakWord(
  word: string,
  width: number,
  widthOf: (text: string) => number,
): [head: string, tail: string] {
  for (const { may, sign, leastShare } of ways) {
    for (let at = longestFit(word, width, widthOf); at > 0; at--) {
      if (!may(word, at)) continue;
      const head = word.slice(0, at) + sign;
      const wide = widthOf(head);
      if (wide > width) continue;
      if (wide < width * leastShare) break;
      return [head, word.slice(at)];
    }
  }
  const [first = ''] = word;
  return [first, word.slice(first.length)];
}

/** How many letters fit, found by halves. */
function longestFit(word: string, width: number, widthOf: (text: string) => number): number {
  let [low, high] = [0, word.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(word.slice(0, middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return low;
}
