// What was said: the caller with a number to press, the text in reading size, and what is known around it.
import type { ComponentChildren } from 'preact';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Message, Reply, StaffMember } from '#web/api/types.ts';
import { callerName } from '#web/inbox/caller-name.ts';
import { doerOf, nameOf } from '#web/inbox/names.ts';
import type { Rights } from '#web/inbox/rights.ts';
import { Badge } from '#web/parts/badge.tsx';
import { When } from '#web/parts/when.tsx';
import { dialHref, phoneWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

interface Props {
  message: Message;
  staff: readonly StaffMember[] | undefined;
  users: Reply<'listUsers'>['items'] | undefined;
  rights: Rights;
}

/** What is no complete number is shown as it was given, and dialled only by hand. */
function PhoneNumber({ number, asGiven }: { number: string | null; asGiven: string | null }) {
  if (number === null)
    return asGiven === null ? null : (
      <p>
        <span class="number">{asGiven}</span> <span class="meta">{t.inbox.asGiven}</span>
      </p>
    );
  const shown = phoneWords(number);
  return (
    <a class="call-number number" href={dialHref(number) ?? '#'} aria-label={t.inbox.call(shown)}>
      {shown}
    </a>
  );
}

function Caller({ caller }: { caller: Message['caller'] }) {
  const { phone, phoneAsGiven, secondPhone, secondPhoneAsGiven, extension, email } = caller;
  return (
    <div class="message-caller">
      <PhoneNumber number={phone} asGiven={phoneAsGiven} />
      {extension && <p class="meta">{t.inbox.extension(extension)}</p>}
      {(secondPhone ?? secondPhoneAsGiven) && (
        <div>
          <span class="meta">{t.inbox.secondPhone}</span>{' '}
          <PhoneNumber number={secondPhone} asGiven={secondPhoneAsGiven} />
        </div>
      )}
      {email && (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Facts({ message, staff, users, rights }: Props) {
  const words = t.inbox;
  const nowMs = serverNowMs();
  const { copyTo, enteredAt, corrections, handled } = message;
  const corrected = corrections.at(-1);
  const who = (by: string, other: string) => doerOf(by, rights, users, other);
  return (
    <dl class="message-facts">
      <Fact name={words.recipient}>{nameOf(staff, message.staffId)}</Fact>
      {copyTo.length > 0 && <Fact name={words.copies}>{copyTo.map((id) => nameOf(staff, id)).join(', ')}</Fact>}
      <Fact name={words.taken}>
        <span class="no-print">
          <When at={message.takenAt} nowMs={nowMs} />
        </span>
        <span class="on-paper">
          <When at={message.takenAt} style="day" /> <When at={message.takenAt} style="clock" />
        </span>{' '}
        {words.takenBy(who(message.takenBy, words.operator))}
        {enteredAt && (
          <>
            , {words.entered('')}
            <When at={enteredAt} nowMs={nowMs} />
          </>
        )}
      </Fact>
      {corrected && (
        <Fact name={words.corrected}>
          <When at={corrected.at} nowMs={nowMs} /> {words.takenBy(who(corrected.by, words.operator))}
        </Fact>
      )}
      {handled && (
        <Fact name={words.handled}>
          <When at={handled.at} nowMs={nowMs} /> {words.takenBy(who(handled.by, words.colleague))}
        </Fact>
      )}
      <Fact name={words.expires}>
        <When at={message.expiresAt} style="day" />
      </Fact>
    </dl>
  );
}

export function MessageBody(props: Props) {
  const { message, staff } = props;
  const { caller, matter, urgency, callBack, sensitive, state } = message;
  const isNotice = sensitive || staff?.find(({ id }) => id === message.staffId)?.contentMode === 'notice';
  return (
    <>
      <header class="message-head">
        <p class="message-badges">
          {urgency === 'urgent' && <Badge kind="urgent">{t.parts.urgent}</Badge>}
          {callBack && <Badge kind="info">{t.parts.callBack}</Badge>}
          {sensitive && <Badge kind="plain">{t.parts.sensitive}</Badge>}
          {state === 'handled' && <Badge kind="accent">{t.parts.handled}</Badge>}
        </p>
        <h2>{callerName(caller)}</h2>
        {caller.name && caller.company && <p>{caller.company}</p>}
        <Caller caller={caller} />
      </header>
      {matter !== null && (
        <p class="read message-text" dir="auto">
          {matter}
        </p>
      )}
      {isNotice && <p class="meta">{t.inbox.readWhole}</p>}
      <Facts {...props} />
    </>
  );
}
