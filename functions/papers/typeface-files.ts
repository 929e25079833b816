// The files of the typefaces, as Node finds them by their package: read when a paper needs them, shipped beside the bundles.

const weights = { regular: 400, strong: 600 } as const;
export type Weight = keyof typeof weights;

/** In the order in which a character is looked for: most papers need the first alone. */
const parts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese', 'greek-ext', 'cyrillic-ext'] as const;

/** For what the first has no letter for: other scripts, arrows, signs. One weight does for the little there is. */
const LAST_RESORT = 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf';

export const typefaceFiles = (weight: Weight): readonly string[] => [
  ...parts.map((part) => `@fontsource/noto-sans/files/noto-sans-${part}-${weights[weight]}-normal.woff`),
  LAST_RESORT,
];

/** What the licences of both ask to go along. */
const licences = ['@fontsource/noto-sans/LICENSE', 'dejavu-fonts-ttf/LICENSE'] as const;

export const shippedFiles: readonly string[] = [
  ...new Set([...typefaceFiles('regular'), ...typefaceFiles('strong'), ...licences]),
];
