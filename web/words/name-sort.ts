// Names in the order of a Swedish list, and the two letters that stand for a person without a photograph.
const collator = new Intl.Collator('sv', { numeric: true, sensitivity: 'base' });

export const byName = (a: string, b: string): number => collator.compare(a, b);

/** "Anna Lindqvist" → AL, "Ekonomi" → EK, "" → "". */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
  const [first = '', last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const letters = last === undefined ? [...first].slice(0, 2) : [[...first][0] ?? '', [...last][0] ?? ''];
  return letters.join('').toLocaleUpperCase('sv');
}
