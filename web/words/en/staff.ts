// Words of the staff register, in English.
import type { Words } from '#web/words/words-shape.ts';

export const staff: Words['staff'] = {
  title: 'Staff',
};
