// Words of the settings page, in English.
import type { Words } from '#web/words/words-shape.ts';

export const settings: Words['settings'] = {
  title: 'Settings',
  language: 'Language',
  sv: 'Svenska',
  en: 'English',
  theme: 'Appearance',
  auto: 'Same as the computer or phone',
  light: 'Light',
  dark: 'Dark',
  keys: 'Keys in lists',
  keysHint:
    'Single letters such as j, k and e do things while a list has the focus. Turn them off if you use speech input.',
  keysOn: 'On',
  keysOff: 'Off',
  keptHere: 'These choices are kept in this browser.',
};
