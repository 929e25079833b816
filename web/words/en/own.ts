// Words of a staff member’s own pages, in English.
import type { Words } from '#web/words/words-shape.ts';

export const own: Words['own'] = {
  title: 'My start',
};
