// Words of users, operators and clients, in English.
import type { Words } from '#web/words/words-shape.ts';

export const users: Words['users'] = {
  title: 'Users',
};
