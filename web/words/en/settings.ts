// Words of the settings page, in English.
import type { Words } from '#web/words/words-shape.ts';

export const settings: Words['settings'] = {
  title: 'Settings',
  language: 'Language',
  sv: 'Svenska',
  en: 'English',
  theme: 'Appearance',
  auto: 'Like the computer or telephone',
  light: 'Light',
  dark: 'Dark',
  keys: 'Keys in lists',
  keysHint:
    'Single letters such as j, k and e act while a list has the focus. Turn them off if you speak to your computer.',
  keysOn: 'On',
  keysOff: 'Off',
  keptHere: 'These choices are kept in this browser.',
};
