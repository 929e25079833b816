// How far an erasure is, as a word with a mark.
import { Badge } from '#web/parts/badge.tsx';
import type { ErasureRow } from '#web/privacy/erasures.ts';
import { t } from '#web/words/words.ts';

const kinds = {
  counting: 'info',
  asked: 'warn',
  running: 'info',
  byHand: 'urgent',
  done: 'accent',
  withdrawn: 'plain',
} as const;

export const ErasureBadge = ({ state }: Pick<ErasureRow, 'state'>) => (
  <Badge kind={kinds[state]}>{t.privacy.erasures.states[state]}</Badge>
);
