// Erasures of a client on request: the list, what can be asked for, or the one that is open.
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Loaded } from '#web/api/loaded.tsx';
import { Button } from '#web/parts/button.tsx';
import { Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { List } from '#web/parts/list.tsx';
import { toast } from '#web/parts/toast.tsx';
import { ErasureBadge } from '#web/privacy/erasure-badge.tsx';
import { ErasureDetail } from '#web/privacy/erasure-detail.tsx';
import { askForErasure, type ErasureBody, erasuresOf, statusOf } from '#web/privacy/erasures.ts';
import { Form } from '#web/privacy/form.tsx';
import { useKey, useSending } from '#web/privacy/sending.ts';
import { dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

export function ErasuresTab({ clientId, id }: { clientId: string; id: string | undefined }) {
  const home = `/c/${clientId}/privacy/erasures`;
  if (id === undefined) return <Erasures clientId={clientId} home={home} />;
  return (
    <>
      <p>
        <a href={home}>{t.privacy.erasures.toList}</a>
      </p>
      <ErasureDetail clientId={clientId} erasureId={id} />
    </>
  );
}

function Erasures({ clientId, home }: { clientId: string; home: string }) {
  const words = t.privacy.erasures;
  const source = useMemo(() => erasuresOf(clientId), [clientId]);
  const status = useMemo(() => statusOf(clientId), [clientId]);
  const [asks, setAsks] = useState<'register' | 'client'>();
  return (
    <>
      <p class="quiet measure">{words.intro}</p>
      <Loaded of={status}>
        {(now) =>
          now !== undefined && (
            <div class="actions">
              <Button onPress={() => setAsks('register')}>{words.askRegister}</Button>
              {now === 'ended' && <Button onPress={() => setAsks('client')}>{words.askClient}</Button>}
            </div>
          )
        }
      </Loaded>
      <Loaded of={source}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneHint}</p>
            </Empty>
          ) : (
            <div class="ledger">
              <List
                label={t.privacy.tabs.erasures}
                items={items}
                keyOf={({ id }) => id}
                hrefOf={({ id }) => `${home}/${id}`}
                render={(row) => (
                  <span class="ledger-line">
                    <span class="member-name">{words.whats[row.what]}</span>
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
          )
        }
      </Loaded>
      {asks && <AskDialog clientId={clientId} what={asks} home={home} onClose={() => setAsks(undefined)} />}
    </>
  );
}

interface AskProps {
  clientId: string;
  what: 'register' | 'client';
  home: string;
  onClose: () => void;
}

type Why = 'clientAsked' | 'complaint' | 'fault' | 'incident';
const reasons: readonly Why[] = ['clientAsked', 'complaint', 'fault', 'incident'];

function AskDialog({ clientId, what, home, onClose }: AskProps) {
  const words = t.privacy.erasures;
  const { route } = useLocation();
  const [messages, setMessages] = useState<'keep' | 'erase'>('keep');
  const [why, setWhy] = useState<Why>('clientAsked');
  const sending = useSending();
  const keyFor = useKey();
  async function send(): Promise<void> {
    const body: ErasureBody = what === 'register' ? { what, messages, why } : { what, why: 'agreementEnded' };
    await sending.send(
      () => askForErasure(clientId, body, keyFor(body)),
      ({ id }) => {
        toast(words.asked);
        route(`${home}/${id}`);
      },
    );
  }
  return (
    <Dialog open title={what === 'register' ? words.registerTitle : words.clientTitle} onClose={onClose}>
      <Form sending={sending} submit={words.ask} kind="danger" onSubmit={() => void send()}>
        <p class="measure">{what === 'register' ? words.registerText : words.clientText}</p>
        {what === 'register' && (
          <>
            <Radios
              legend={words.messages}
              value={messages}
              options={(['keep', 'erase'] as const).map((one) => ({ value: one, label: words.messageChoices[one] }))}
              onChange={setMessages}
            />
            <Radios
              legend={words.why}
              value={why}
              options={reasons.map((one) => ({ value: one, label: words.reasons[one] }))}
              onChange={setWhy}
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}
