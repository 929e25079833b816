// Where a word is broken that is wider than its line: a compound by the rule of one consonant, an address after its signs.

type WidthOf = (text: string) => number;
type Broken = [head: string, tail: string];

/** What is read as a word: no id, no address, nothing in base64. */
const word = /^\p{P}*\p{Lu}?(?:\p{Ll}+|\p{Lu}+)\P{L}*$/u;
/** å, ä, ö, é, æ, ø and ü too; written so that the bundle stays ASCII. */
const vowel = /[aeiouy\u00e5\u00e4\u00f6\u00e9\u00e6\u00f8\u00fc]/i;
/** Two letters for one sound stay together. */
const pairs = /^(?:ch|ph|qu|sh|th)$/i;

/** Before the last consonant that a vowel follows, three letters from either end: personupp-giftsbiträ-desavtal. */
function mayHyphenate(text: string, at: number): boolean {
  if (!word.test(text)) return false;
  if (!/^\p{L}{3}$/u.test(text.slice(at - 3, at)) || !/^\p{L}{3}$/u.test(text.slice(at, at + 3))) return false;
  const letter = text[at] as string;
  if (vowel.test(letter) || letter === 'x' || pairs.test(text.slice(at - 1, at + 1))) return false;
  const sound = pairs.test(text.slice(at, at + 2)) ? 2 : 1;
  return vowel.test(text[at + sound] ?? '');
}

interface Way {
  may(text: string, at: number): boolean;
  /** What the line then ends with. */
  readonly sign: string;
  /** Of the line's width: a shorter line is not worth it. */
  readonly leastShare: number;
}

const afterSpace: Way = { may: (text, at) => text[at - 1] === ' ', sign: '', leastShare: 0 };
const afterSign: Way = { may: (text, at) => /[@._/:?&=+,;-]/.test(text[at - 1] ?? ''), sign: '', leastShare: 0.4 };
/** A soft hyphen: who reads the text aloud leaves it out. */
const inWord: Way = { may: mayHyphenate, sign: '\u00ad', leastShare: 0.3 };
/** Never through a letter of two halves or away from its accent. */
const anywhere: Way = { may: (text, at) => !/^[\p{M}\udc00-\udfff]/u.test(text.slice(at)), sign: '', leastShare: 0 };

/** What goes on this line and what is left; a line takes one letter at least, however narrow it is. */
export const breakWord = (text: string, width: number, widthOf: WidthOf): Broken =>
  breakBy([afterSpace, afterSign, inWord, anywhere], text, width, widthOf);

/** Of what is compared letter by letter: nothing is added, and no line is shorter than it must be. */
export const breakCode = (text: string, width: number, widthOf: WidthOf): Broken =>
  breakBy([anywhere], text, width, widthOf);

function breakBy(ways: readonly Way[], text: string, width: number, widthOf: WidthOf): Broken {
  const most = longestFit(text, width, widthOf);
  for (const { may, sign, leastShare } of ways) {
    for (let at = most; at > 0; at--) {
      if (!may(text, at)) continue;
      const head = text.slice(0, at) + sign;
      const wide = widthOf(head);
      if (wide > width) continue;
      if (wide < width * leastShare) break;
      return [head, text.slice(at)];
    }
  }
  const [first = ''] = text;
  return [first, text.slice(first.length)];
}

/** How many letters fit, found by halves. */
function longestFit(text: string, width: number, widthOf: WidthOf): number {
  let [low, high] = [0, text.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(text.slice(0, middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return low;
}
