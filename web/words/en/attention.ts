// Words of the attention list, in English.
import type { Words } from '#web/words/words-shape.ts';

export const attention: Words['attention'] = {
  title: 'Needs attention',
};
