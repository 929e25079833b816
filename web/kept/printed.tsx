// What is not sent, on paper: the last way out when the network is away for a whole shift.
import { useEffect } from 'preact/hooks';
import type { Body } from '#web/api/types.ts';
import { type OutboxItem, unsent } from '#web/kept/outbox.ts';
import { printing } from '#web/kept/paper.ts';
import { When } from '#web/parts/when.tsx';
import { t } from '#web/words/words.ts';

function Item({ item }: { item: OutboxItem }) {
  const { caller = {}, matter, urgency, callBack, sensitive } = item.body as Partial<Body<'takeMessage'>>;
  const { fields, parts } = t;
  const marks = [urgency === 'urgent' && parts.urgent, callBack && parts.callBack, sensitive && parts.sensitive];
  const lines = [
    [fields.name, caller.name],
    [fields.company, caller.company],
    [fields.phone, caller.phone],
    [fields.extension, caller.extension],
    [fields.phone, caller.secondPhone],
    [fields.email, caller.email],
    [fields.matter, matter],
  ].filter(([, value]) => value);
  return (
    <article>
      <h2>{[item.label, item.client].filter(Boolean).join(', ')}</h2>
      <p>
        <When at={item.at} style="day" /> <When at={item.at} style="clock" />
      </p>
      <p>{marks.filter(Boolean).join(' · ')}</p>
      <dl>
        {lines.map(([name, value]) => (
          <div key={value}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** In the page only while it is printed. */
export function Printed() {
  const now = printing.value;
  useEffect(() => {
    if (!now) return;
    window.print();
    printing.value = false;
  }, [now]);
  if (!now) return null;
  return (
    <div class="printed" aria-hidden="true">
      <h1>{t.kept.printedTitle}</h1>
      {unsent.value
        .filter(({ route }) => route !== 'countCall')
        .map((item) => (
          <Item key={item.id} item={item} />
        ))}
      <p>{t.kept.printedFoot}</p>
    </div>
  );
}
