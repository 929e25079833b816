// Erasures of a client on request: the list, what can be asked for, or the one that is open.
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Loaded } from '#web/api/loaded.tsx';
import { Button } from '#web/parts/button.tsx';
import { Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { toast } from '#web/parts/toast.tsx';
import { ErasureDetail } from '#web/privacy/erasure-detail.tsx';
import { ErasureList } from '#web/privacy/erasure-list.tsx';
import { askForErasure, clientOf, type ErasureBody, erasuresOf } from '#web/privacy/erasures.ts';
import { Form } from '#web/privacy/form.tsx';
import { useKey, useSending } from '#web/privacy/sending.ts';
import { t } from '#web/words/words.ts';

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
  const client = useMemo(() => clientOf(clientId), [clientId]);
  const [asks, setAsks] = useState<'register' | 'client'>();
  return (
    <>
      <p class="quiet measure">{words.intro}</p>
      <Loaded of={client}>
        {(now) =>
          now !== null && (
            <div class="actions">
              <Button onPress={() => setAsks('register')}>{words.askRegister}</Button>
              {now.status === 'ended' && <Button onPress={() => setAsks('client')}>{words.askClient}</Button>}
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
            <ErasureList label={t.privacy.tabs.erasures} items={items} hrefOf={({ id }) => `${home}/${id}`} />
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
