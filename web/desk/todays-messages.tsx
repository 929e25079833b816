// Today's messages of a client: who called already, and what became of it.
import type { DeskView } from '#web/desk/desk-types.ts';
import { When } from '#web/parts/when.tsx';
import { phoneWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

interface Props {
  messages: DeskView['messages'];
  names?: ReadonlyMap<string, string> | undefined;
}

export function TodaysMessages({ messages, names }: Props) {
  if (messages.length === 0) return null;
  return (
    <section>
      <h3 class="eyebrow">{t.desk.today}</h3>
      <ul class="today">
        {messages.map((message) => (
          <li key={message.id}>
            <When at={message.takenAt} style="clock" /> <b>{callerWords(message.caller)}</b>{' '}
            <span class="quiet">
              {toWords(message.staffId, names)} {message.state === 'open' ? t.desk.stateOpen : t.desk.stateHandled}
            </span>
            {message.matter && <span class="today-matter quiet">{message.matter}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function callerWords({ name, company, phone }: DeskView['messages'][number]['caller']): string {
  const who = [name, company].filter(Boolean).join(', ');
  return who || (phone ? phoneWords(phone) : t.desk.nobodyNamed);
}

function toWords(staffId: string | null, names: ReadonlyMap<string, string> | undefined): string {
  if (staffId === null) return t.desk.toInbox;
  const name = names?.get(staffId);
  return name === undefined ? '' : t.desk.toWhom(name);
}
