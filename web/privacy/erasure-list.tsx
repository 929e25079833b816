// Erasures in a list: what, how far, and since when; with whose it is where those of several clients stand.
import { List } from '#web/parts/list.tsx';
import { ErasureBadge } from '#web/privacy/erasure-badge.tsx';
import type { ErasureRow } from '#web/privacy/erasures.ts';
import { dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

interface Props<Row> {
  label: string;
  items: readonly Row[];
  hrefOf: (row: Row) => string;
  homeOf?: (row: Row) => string;
}

export function ErasureList<Row extends ErasureRow>({ label, items, hrefOf, homeOf }: Props<Row>) {
  const words = t.privacy.erasures;
  return (
    <div class="ledger">
      <List
        label={label}
        items={items}
        keyOf={({ id }) => id}
        hrefOf={hrefOf}
        render={(row) => (
          <span class="ledger-line">
            <span class="member-name">{words.whats[row.what]}</span>
            {homeOf && <span>{homeOf(row)}</span>}
            <ErasureBadge state={row.state} />
            <span class="meta">
              {row.doneAt === null
                ? words.askedOn(dayWords(row.askedAt, language()), words.reasons[row.why])
                : words.doneOn(dayWords(row.doneAt, language()))}
            </span>
          </span>
        )}
      />
    </div>
  );
}
