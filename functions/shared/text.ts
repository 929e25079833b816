// Rules of texts that come from outside: whole characters, and none that controls.
import * as z from 'zod/mini';

/** Half of a character (an emoji that was cut in two) is no text that a provider takes: it becomes U+FFFD. */
export const wellFormed = () => z.overwrite<string>((text) => text.toWellFormed());

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
export const hasControlCharacters = (text: string): boolean => /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text);

/**
 * Whether there is anything to be seen: spaces, marks that stand on nothing, characters without width, and the letters and
 * the pattern of braille that are blank are not.
 */
export const isVisible = (text: string): boolean => /[^\p{Z}\p{C}\p{M}\u115f\u1160\u3164\uffa0\u2800]/u.test(text);
