// The message of a task: who called, what it was about, how to reach whom it is for.
import { useEffect } from 'preact/hooks';
import type { Message, MessageTask } from '#web/api/types.ts';
import { recipientOf } from '#web/attention/recipient.ts';
import { Badge } from '#web/parts/badge.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { PrintFoot } from '#web/parts/print-foot.tsx';
import { dialHref, phoneWords } from '#web/words/phones.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

function Telephone({ number }: { number: string }) {
  const href = dialHref(number);
  return href ? <a href={href}>{phoneWords(number)}</a> : <span>{phoneWords(number)}</span>;
}

export function MessagePart({ message }: { message: Message }) {
  const { caller, matter, urgency, callBack, sensitive, expiresAt } = message;
  const phone = caller.phone ?? caller.phoneAsGiven;
  const who = [caller.name, caller.company].filter(Boolean).join(', ') || t.attention.callerNoName;
  return (
    <div class="stack">
      {(urgency === 'urgent' || callBack || sensitive) && (
        <p class="row-head">
          {urgency === 'urgent' && <Badge kind="urgent">{t.parts.urgent}</Badge>}
          {callBack && <Badge kind="info">{t.parts.callBack}</Badge>}
          {sensitive && <Badge kind="warn">{t.parts.sensitive}</Badge>}
        </p>
      )}
      <div>
        <p>
          <strong>{who}</strong>
        </p>
        {phone && (
          <p class="number">
            <Telephone number={phone} />
          </p>
        )}
      </div>
      {matter && <p class="read">{matter}</p>}
      <PrintFoot expiresAt={expiresAt} />
    </div>
  );
}

/** Numbers and addresses are those that the API shows to this role. */
export function Reach({ task }: { task: MessageTask }) {
  const recipient = recipientOf(task);
  useEffect(() => void recipient?.refresh(), [recipient]);
  if (!recipient) return null;
  const person = recipient.value.value;
  const failure = recipient.failure.value;
  // Opened in the register, for a reason; an operator would be given no number there either.
  const isProtected = failure?.kind === 'problem' && failure.code === 'reason-required';
  return (
    <section aria-label={t.attention.reach}>
      <h3>{t.attention.reach}</h3>
      {failure && !person && !isProtected && <Banner kind="warn">{refusalWords(failure)}</Banner>}
      {isProtected && <p class="quiet">{t.attention.noAddress}</p>}
      {person && person.phones.length + person.emails.length === 0 && <p class="quiet">{t.attention.noAddress}</p>}
      {person && (
        <ul class="reach">
          {person.phones.map(({ number, label }) => (
            <li key={number}>
              <Telephone number={number} /> {label && <span class="meta">{label}</span>}
            </li>
          ))}
          {person.emails.map(({ address, label }) => (
            <li key={address}>
              {address} {label && <span class="meta">{label}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
