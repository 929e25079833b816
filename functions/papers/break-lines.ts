// Lines of a text: broken between words, after hyphens of words, and inside a word only if it is wider than a line.
import { breakCode, breakWord } from '#papers/break-word.ts';

/** A text with each unit that stays whole apart from the next: neither numbers, dates nor `e-post` are torn. */
const breaks = new RegExp(
  [
    // After a space, but not between two digits: 08-123 45 67, 10 000.
    String.raw`(?<=(?<!\d) )`,
    String.raw`(?<=\d )(?!\d)`,
    // After a hyphen or dash that joins two words of two letters and more.
    String.raw`(?<=\p{L}{2}[-\u2010\u2013\u2014])(?=\p{L}{2})`,
    // Where the writer says so.
    String.raw`(?<=[\u00ad\u200b])`,
  ].join('|'),
  'u',
);

const SOFT_HYPHEN = '\u00ad';
/** A line keeps the space that it was broken at: who hears or copies the text needs it between the words. */
const seen = (line: string): string => line.replace(/\u00ad(?!$)/g, '');
const bare = (line: string): string => line.replace(/ $/, '');

/** The pieces of a text that stay whole. */
export const unitsOf = (text: string): string[] => text.split(breaks);

/** Of codes, which are no words: as many letters as a line takes, and nothing added. */
export function breakLetters(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (widthOf(rest) > width) {
    const [head, tail] = breakCode(rest, width, widthOf);
    lines.push(head);
    rest = tail;
  }
  return [...lines, rest];
}

/**
 * @param widthOf of a text in the typeface and size that it will have.
 * @returns at least one line; a line break in the text begins a new one.
 */
export function breakLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .flatMap((line) => breakLine(line.replace(/[ \t]+/g, ' '), width, widthOf));
}

function breakLine(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  // Letters fit the line by their sum, not by the line's own width: measuring each line anew would cost its square.
  let filled = 0;
  const begin = (unit: string) => {
    let rest = unit;
    while (widthOf(bare(rest)) > width) {
      const [head, tail] = breakWord(rest, width, widthOf);
      lines.push(seen(head));
      rest = tail;
    }
    line = rest;
    filled = widthOf(rest);
  };

  for (const unit of unitsOf(text)) {
    const wide = widthOf(unit.endsWith(SOFT_HYPHEN) ? unit : bare(unit));
    if (line !== '' && filled + wide <= width) {
      line += unit;
      filled += widthOf(unit);
    } else {
      if (line !== '') lines.push(seen(line));
      begin(unit);
    }
  }
  lines.push(seen(line));
  return lines;
}
