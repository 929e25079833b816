// How each client's agreement stands: those that need something first, each with what and until when.
import { useMemo, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { Badge } from '#web/parts/badge.tsx';
import { Check } from '#web/parts/check.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { List } from '#web/parts/list.tsx';
import { byUrgency, needsSomething, type Standing, standings } from '#web/privacy/agreements.ts';
import { dateWords, isOver, leftWords } from '#web/privacy/countdown.ts';
import { dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

const kinds = { missing: 'urgent', overdue: 'warn', outdated: 'info', signed: 'accent', ended: 'plain' } as const;

function detailOf({ standing, signBefore, signedAt }: Standing): string {
  const words = t.privacy.agreement.standing;
  if (standing === 'missing') return words.nothingStored;
  if (signBefore !== null && (standing === 'outdated' || standing === 'overdue'))
    return (isOver(signBefore) ? words.was : words.before)(dateWords(signBefore), leftWords(signBefore));
  return signedAt === null ? '' : words.since(dayWords(signedAt, language()));
}

function Row({ of }: { of: Standing }) {
  return (
    <span class="ledger-line">
      <span class="member-name">{of.clientName}</span>
      <Badge kind={kinds[of.standing]}>{t.privacy.agreement.standing[of.standing]}</Badge>
      <span class="meta">{detailOf(of)}</span>
    </span>
  );
}

export function Standings() {
  const words = t.privacy.agreement.standing;
  const source = useMemo(standings, []);
  const [onlyOpen, setOnlyOpen] = useState(false);
  return (
    <>
      <p class="quiet measure">{words.about}</p>
      <Loaded of={source}>
        {(all) => {
          if (all.length === 0) return <Empty title={words.none} />;
          const shown = byUrgency(onlyOpen ? all.filter(needsSomething) : all);
          return (
            <div class="ledger-box">
              <Check label={words.onlyOpen} checked={onlyOpen} onChange={setOnlyOpen} />
              {shown.length === 0 ? (
                <Empty title={words.allFine} />
              ) : (
                <List
                  label={words.title}
                  items={shown}
                  keyOf={({ clientId }) => clientId}
                  hrefOf={({ clientId }) => `/c/${clientId}/privacy`}
                  render={(standing) => <Row of={standing} />}
                />
              )}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
