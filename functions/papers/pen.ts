// Letters for a document: each character in the first typeface that has it, with the width that it takes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import { openWoff } from '#papers/open-woff.ts';
import { typefaceFiles, type Weight } from '#papers/typeface-files.ts';

/** Some letters in one typeface; the width is that of size 1. */
export interface Piece {
  readonly face: string;
  readonly text: string;
  readonly width: number;
  /** From right to left. */
  readonly leftward: boolean;
  /** What it stands for, to who hears or copies it: of a hyphen at a line's end a soft one. */
  readonly says?: string;
}

/** pdfkit lays words out one by one and remembers them; with features, even none, all that it is given together. */
export const featuresOf = ({ leftward }: Pick<Piece, 'leftward'>): [] | undefined => (leftward ? [] : undefined);

export interface Pen {
  /** A line of text, set: nothing of it is lost, what no typeface has stands as [U+1F9FF]. */
  set(text: string, weight: Weight): Piece[];
  widthOf(text: string, weight: Weight): number;
}

/** A typeface as pdfkit keeps it; its own interface can't be asked whether it has a letter. */
interface Face {
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
  widthOfString(text: string, size: number, features?: []): number;
}

const files = new Map<string, Buffer>();
const { resolve } = createRequire(import.meta.url);

/** Once for each warm function: beside the bundle there, in its package elsewhere. */
function fileOf(name: string): Buffer {
  const known = files.get(name) ?? openWoff(readFileSync(resolve(name)));
  files.set(name, known);
  return known;
}

const SOFT_HYPHEN = '\u00ad';
/** Steers how text runs and shows nothing. */
const unseen = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
/** Spaces and hyphens that only say "no break here": they look like the plain ones. */
const plainFor: Readonly<Record<string, string>> = { '\u2007': '\u00a0', '\u202f': '\u00a0', '\u2011': '-' };

/** Hebrew, Arabic and their kin. */
const leftward = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

export function openPen(document: InstanceType<typeof PDFDocument>): Pen {
  const faces = new Map<string, Face>();
  const faceOfCharacter = { regular: new Map<string, string | null>(), strong: new Map<string, string | null>() };

  function face(file: string): Face {
    const open = faces.get(file);
    if (open) return open;
    if (!faces.has(file)) document.registerFont(file, fileOf(file));
    document.font(file);
    const { _font } = document as unknown as { _font: Face };
    faces.set(file, _font);
    return _font;
  }

  function faceFor(character: string, weight: Weight): string | null {
    const known = faceOfCharacter[weight].get(character);
    if (known !== undefined) return known;
    const codePoint = character.codePointAt(0) as number;
    const found = typefaceFiles(weight).find((file) => face(file).font.hasGlyphForCodePoint(codePoint)) ?? null;
    faceOfCharacter[weight].set(character, found);
    return found;
  }

  function set(text: string, weight: Weight): Piece[] {
    const runs: { face: string; text: string; leftward: boolean; says?: string }[] = [];
    const add = (name: string, letter: string) => {
      const last = runs.at(-1);
      const ofLeftward = leftward.test(letter);
      // Words that run from right to left change places with the spaces between them: those belong to their piece.
      if (last?.leftward && letter === ' ') last.text += letter;
      else if (last?.face === name && last.leftward === ofLeftward && last.says === undefined) last.text += letter;
      else runs.push({ face: name, text: letter, leftward: ofLeftward });
    };
    const addInstead = (shown: string, says: string) =>
      runs.push({ face: faceFor('-', weight) as string, text: shown, leftward: false, says });

    for (const character of text) {
      const shown = plainFor[character] ?? character;
      if (character === SOFT_HYPHEN) addInstead('-', character);
      else if (!unseen.test(character)) {
        const name = faceFor(shown, weight);
        if (name === null) addInstead(codeOf(character), character);
        else add(name, shown);
      }
    }
    return runs.map((run) => ({ ...run, width: face(run.face).widthOfString(run.text, 1, featuresOf(run)) }));
  }

  return {
    set,
    widthOf: (text, weight) => set(text, weight).reduce((sum, { width }) => sum + width, 0),
  };
}

const codeOf = (character: string): string =>
  `[U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}]`;
