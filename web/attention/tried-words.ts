// Channels and states of a delivery in words; one that this build does not know yet is shown as it is.
import { t } from '#web/words/words.ts';

const known = (words: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(words, name) ? (words[name] ?? name) : name;

export const channelWords = (channel: string): string => known(t.attention.channels, channel);
export const stateWords = (state: string): string => known(t.attention.states, state);

/** What failed is urgent, what nobody knows a warning, what arrived is good. */
export const stateKind = (state: string): 'accent' | 'urgent' | 'warn' | 'info' | 'plain' =>
  (({ delivered: 'accent', failed: 'urgent', unknown: 'warn', sending: 'info', accepted: 'info' }) as const)[state] ??
  'plain';
