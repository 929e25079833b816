// Tries the saved plan: a message with the word Test, and the way of each delivery until nothing more is to come.
import { useEffect, useState } from 'preact/hooks';
import { api, newKey } from '#web/api/client.ts';
import { ask, type Failure } from '#web/api/outcome.ts';
import type { Delivery, Message } from '#web/api/types.ts';
import { announce } from '#web/parts/announce.tsx';
import { Badge } from '#web/parts/badge.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { type Colleague, nameIn } from '#web/staff/colleagues.tsx';
import type { Urgency } from '#web/staff/staff-value.ts';
import { clockWords } from '#web/words/dates.ts';
import { phoneWords } from '#web/words/phones.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { language, t } from '#web/words/words.ts';

const LOOK_EVERY_MS = 2_000;
const LOOK_FOR_MS = 60_000;
const ends = new Set<Delivery['state']>(['delivered', 'failed', 'unknown', 'cancelled']);

interface Props {
  clientId: string;
  staffId: string;
  colleagues: readonly Colleague[];
  /** Not saved yet: what would be tried is not what one sees. */
  dirty: boolean;
}

const badgeKinds: Partial<Record<Delivery['state'], 'accent' | 'urgent' | 'warn'>> = {
  delivered: 'accent',
  accepted: 'accent',
  failed: 'urgent',
  unknown: 'warn',
};

const channelWords = ({ channel }: Delivery): string =>
  channel === 'email' ? t.staff.channelEmail : t.staff.channelSms;

const toWords = ({ address }: Delivery): string =>
  address === null ? '' : address.includes('@') ? address : phoneWords(address);

function Way({ message, colleagues }: { message: Message; colleagues: readonly Colleague[] }) {
  const waiting = message.deliveries.length === 0 || message.deliveries.some(({ state }) => !ends.has(state));
  return (
    <section class="test-way" aria-label={t.staff.testWay}>
      <h4>{t.staff.testSent(clockWords(message.takenAt, language()))}</h4>
      <ol>
        {message.deliveries.map((delivery, at) => {
          const last = delivery.attempts.at(-1);
          return (
            <li key={at}>
              <span>
                {channelWords(delivery)} {toWords(delivery)}
                {delivery.viaStaffId && ` (${nameIn(colleagues, delivery.viaStaffId)})`}
              </span>{' '}
              <Badge kind={badgeKinds[delivery.state] ?? 'plain'}>{t.staff.states[delivery.state]}</Badge>
              {last && <span class="meta">{last.words[language()]}</span>}
            </li>
          );
        })}
      </ol>
      {waiting && <p class="meta">{t.staff.testWaiting}</p>}
    </section>
  );
}

const summary = ({ deliveries }: Message): string =>
  deliveries.map((one) => `${channelWords(one)} ${t.staff.states[one.state]}`).join(', ');

export function TestSend({ clientId, staffId, colleagues, dirty }: Props) {
  const words = t.staff;
  const [message, setMessage] = useState<Message>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState<Urgency>();

  async function send(urgency: Urgency): Promise<void> {
    setBusy(urgency);
    const outcome = await ask(
      api.POST('/v1/clients/{clientId}/staff/{staffId}/test-message', {
        params: { path: { clientId, staffId }, header: { 'Idempotency-Key': newKey() } },
        body: { urgency },
      }),
    );
    setBusy(undefined);
    setFailure(outcome.kind === 'ok' ? undefined : outcome);
    if (outcome.kind === 'ok') setMessage(outcome.value);
  }

  const said = message && summary(message);
  useEffect(() => {
    if (said) announce(words.testDone(said));
  }, [said]);

  useEffect(() => {
    if (!message) return;
    const path = { clientId, messageId: message.id };
    const isDone = message.deliveries.length > 0 && message.deliveries.every(({ state }) => ends.has(state));
    if (isDone || Date.now() - Date.parse(message.takenAt) > LOOK_FOR_MS) return;
    const timer = setTimeout(async () => {
      const outcome = await ask(api.GET('/v1/clients/{clientId}/messages/{messageId}', { params: { path } }));
      // The same message anew also where it could not be read: it is looked at again.
      setMessage(outcome.kind === 'ok' ? outcome.value : { ...message });
    }, LOOK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [message]);

  return (
    <div class="entries">
      <h3>{words.test}</h3>
      <p class="meta">{dirty ? words.testSaveFirst : words.testHint}</p>
      <div class="buttons">
        <Button busy={busy === 'normal'} disabled={dirty} onPress={() => void send('normal')}>
          {words.sendTest}
        </Button>
        <Button busy={busy === 'urgent'} disabled={dirty} onPress={() => void send('urgent')}>
          {words.sendUrgentTest}
        </Button>
      </div>
      {failure && (
        <div role="alert">
          <Banner kind="urgent">{refusalWords(failure)}</Banner>
        </div>
      )}
      {message && <Way message={message} colleagues={colleagues} />}
    </div>
  );
}
