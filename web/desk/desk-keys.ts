// The keys of the desk as data: the F1 sheet, the hints on the buttons and the tests are made from it.
import type { Words } from '#web/words/words-shape.ts';

type KeyWords = Words['desk']['keys'];

export interface DeskKey {
  /** The word of the place is `t.desk.keyPlaces[where]`. */
  readonly where: keyof Words['desk']['keyPlaces'];
  /** As it is written on the button: "F8", "Ctrl+Enter", "↓ ↑". */
  readonly key: string;
  /** What it does is `t.desk.keys[does]`. */
  readonly does: keyof KeyWords;
}

export const deskKeys = [
  { where: 'anywhere', key: 'F2', does: 'toCallField' },
  { where: 'anywhere', key: 'F4', does: 'callBack' },
  { where: 'anywhere', key: 'F8', does: 'urgent' },
  { where: 'anywhere', key: 'F9', does: 'sensitive' },
  { where: 'anywhere', key: 'Ctrl+Enter', does: 'send' },
  { where: 'anywhere', key: 'Esc', does: 'back' },
  { where: 'anywhere', key: 'F1', does: 'sheet' },
  { where: 'callField', key: 'Enter', does: 'lastClient' },
  { where: 'callField', key: '↑', does: 'correct' },
  { where: 'callField', key: 'Delete', does: 'takeBack' },
  { where: 'search', key: '↓ ↑', does: 'choose' },
  { where: 'search', key: 'Enter', does: 'open' },
  { where: 'form', key: 'Enter', does: 'nextField' },
  { where: 'ended', key: '1 2 3 4', does: 'endAs' },
] as const satisfies readonly DeskKey[];

type Does = (typeof deskKeys)[number]['does'];

/** The key that does it: what stands on its button. */
export const keyFor = (does: Does): string => deskKeys.find((one) => one.does === does)?.key ?? '';
