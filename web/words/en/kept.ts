// Words of what the browser keeps, in English.
import type { Words } from '#web/words/words-shape.ts';

export const kept: Words['kept'] = {
  title: 'Not sent – waiting',
};
