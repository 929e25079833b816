// Words of the client’s own page, in English.
import type { Words } from '#web/words/words-shape.ts';

export const client: Words['client'] = {
  title: 'Company',
};
