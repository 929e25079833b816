// Words of the inbox, in English.
import type { Words } from '#web/words/words-shape.ts';

export const inbox: Words['inbox'] = {
  title: 'Messages',
};
