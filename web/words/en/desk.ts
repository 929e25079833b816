// Words of the operator’s desk, in English.
import type { Words } from '#web/words/words-shape.ts';

export const desk: Words['desk'] = {
  title: 'Desk',
};
