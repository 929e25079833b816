// Text that others wrote, as it may be shown to people: nothing that cannot be seen, nothing that turns the line around.

const LINE_BREAKS = /\r\n?|[\v\f\u0085\p{Zl}\p{Zp}]/gu;

/**
 * Controls, halves of characters, marks and overrides of direction, zero-width characters, soft hyphens, fillers, tags,
 * annotations. Variants of a character stay: they belong into names.
 */
const UNSEEN =
  /[[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]--[\n\u200c\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]]/gv;

/** Joiners belong into words of many scripts, and into faces; beside Latin letters, digits or signs they only hide. */
const STRAY_JOINERS =
  /(?<![[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]])[\u200c\u200d]|[\u200c\u200d](?![[\p{L}\p{M}\p{Extended_Pictographic}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]])/gv;

/** Several lines: of what cannot be seen, line feeds stay, and tabs become spaces. */
export const visibleText = (text: string): string =>
  text
    .replace(LINE_BREAKS, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, '')
    .replace(STRAY_JOINERS, '')
    .normalize('NFC')
    .trim();

/** One line, whatever it was: nobody's name begins another one. */
export const visibleLine = (text: string): string => visibleText(text).replace(/\s*\n\s*/g, ' ');
