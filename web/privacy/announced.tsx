// What is announced of sub-processors, and the chance to object before it holds.
import { useMemo, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { Loaded } from '#web/api/loaded.tsx';
import { ask } from '#web/api/outcome.ts';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { toast } from '#web/parts/toast.tsx';
import {
  type Agreement,
  type AgreementDetail,
  agreementOf,
  type SubProcessor,
  subProcessors,
} from '#web/privacy/agreements.ts';
import { dateWords } from '#web/privacy/countdown.ts';
import { Form, Text } from '#web/privacy/form.tsx';
import { useSending } from '#web/privacy/sending.ts';
import { dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

const nameOf = ({ current, next }: SubProcessor): string => next?.details?.name ?? current?.name ?? '';

function newsOf(one: SubProcessor): string {
  const words = t.privacy.agreement;
  const day = dateWords(one.next?.holdsFrom ?? '');
  if (!one.next?.details) return words.leaves(nameOf(one), day);
  return one.current ? words.changes(nameOf(one), day) : words.comes(nameOf(one), day);
}

interface Props {
  clientId: string;
  agreement: Agreement;
  isAdmin: boolean;
}

export function Announced({ clientId, agreement, isAdmin }: Props) {
  const words = t.privacy.agreement;
  const source = useMemo(subProcessors, []);
  const detail = useMemo(() => agreementOf(clientId, agreement.id), [clientId, agreement.id]);
  const [objectsTo, setObjectsTo] = useState<SubProcessor>();
  return (
    <Loaded of={source}>
      {(all) => {
        const announced = all.filter(({ next }) => next !== null);
        if (announced.length === 0) return null;
        return (
          <section class="announced" aria-labelledby="announced-title">
            <h2 id="announced-title">{words.announced}</h2>
            {isAdmin && <p class="quiet measure">{words.announcedHint}</p>}
            <Loaded of={detail}>
              {({ objections }) => (
                <ul class="ledger">
                  {announced.map((one) => {
                    const said = objections.filter(({ subProcessorId }) => subProcessorId === one.id);
                    return (
                      <li key={one.id} class="ledger-row">
                        <div>
                          <p>{newsOf(one)}</p>
                          {one.next?.details && <p class="meta">{one.next.details.purpose[language()]}</p>}
                          {said.length > 0 && (
                            <ul>
                              {said.map(({ at, text }) => (
                                <li key={at} class="meta">
                                  {words.objectionOn(dayWords(at, language()))} {text}
                                </li>
                              ))}
                            </ul>
                          )}
                        </div>
                        {isAdmin && (
                          <Button label={words.objectTo(nameOf(one))} onPress={() => setObjectsTo(one)}>
                            {words.object}
                          </Button>
                        )}
                      </li>
                    );
                  })}
                </ul>
              )}
            </Loaded>
            {objectsTo && (
              <ObjectionDialog
                clientId={clientId}
                agreementId={agreement.id}
                to={objectsTo}
                onClose={() => setObjectsTo(undefined)}
                onDone={(answered) =>
                  void detail.change(answered, async () => ({ kind: 'ok', value: answered, etag: null }))
                }
              />
            )}
          </section>
        );
      }}
    </Loaded>
  );
}

interface DialogProps {
  clientId: string;
  agreementId: string;
  to: SubProcessor;
  onClose: () => void;
  onDone: (agreement: AgreementDetail) => void;
}

function ObjectionDialog({ clientId, agreementId, to, onClose, onDone }: DialogProps) {
  const words = t.privacy.agreement;
  const [text, setText] = useState('');
  const sending = useSending(['/text']);
  async function send(): Promise<void> {
    if (sending.refuse(text.trim() === '' ? { '/text': words.objectNeeded } : {})) return;
    const params = { path: { clientId, agreementId } };
    const body = { subProcessorId: to.id, text: text.trim() };
    await sending.send(
      () => ask(api.POST('/v1/clients/{clientId}/agreements/{agreementId}/objections', { params, body })),
      (answered) => {
        toast(words.objected);
        onDone(answered);
        onClose();
      },
    );
  }
  return (
    <Dialog open title={words.objectTo(nameOf(to))} onClose={onClose}>
      <Form sending={sending} submit={words.objectSend} onSubmit={() => void send()}>
        <Text
          sending={sending}
          at="/text"
          label={words.objectText}
          hint={words.objectHint}
          value={text}
          onChange={setText}
          lines={4}
          most={2_000}
        />
      </Form>
    </Dialog>
  );
}
