// Whom operators ask where nobody is in, in order: at most five of the register.
import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import { errorOf } from '#web/client/field-errors.ts';
import { type PersonHit, usePeople } from '#web/client/find-people.ts';
import type { TabProps } from '#web/client/opening-hours.tsx';
import type { Answering } from '#web/client/record-source.ts';
import { SectionForm } from '#web/client/section-form.tsx';
import { useSection } from '#web/client/use-section.ts';
import { announce } from '#web/parts/announce.tsx';
import { Button } from '#web/parts/button.tsx';
import { Combobox } from '#web/parts/combobox.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { Initials } from '#web/parts/initials.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

const MOST = 5;
const pick = ({ alternatives }: Answering): { alternatives: string[] } => ({ alternatives: [...alternatives] });

/** Names of the few that are chosen; null for one that is no longer there, empty where it could not be read. */
function useNames(clientId: string, staffIds: readonly string[]) {
  const [names, setNames] = useState<ReadonlyMap<string, string | null>>(new Map());
  const missing = staffIds.filter((staffId) => !names.has(staffId)).join(' ');
  useEffect(() => {
    if (missing === '') return;
    let isGone = false;
    const read = missing.split(' ').map(async (staffId): Promise<[string, string | null][]> => {
      const came = await ask(
        api.GET('/v1/clients/{clientId}/staff/{staffId}', { params: { path: { clientId, staffId } } }),
      );
      if (came.kind === 'ok') return [[staffId, came.value.name]];
      return [[staffId, came.kind === 'problem' && came.code !== 'reason-required' ? null : '']];
    });
    void Promise.all(read).then((found) => {
      if (!isGone) setNames((before) => new Map([...before, ...found.flat()]));
    });
    return () => {
      isGone = true;
    };
  }, [clientId, missing]);
  return { names, learn: (staffId: string, name: string) => setNames(new Map([...names, [staffId, name]])) };
}

export function Alternatives({ clientId, source, answering, readOnly }: TabProps) {
  const section = useSection(`alternatives:${clientId}`, source, answering, pick);
  const { alternatives } = section.value;
  const { names, learn } = useNames(clientId, alternatives);
  const set = (next: string[]) => section.set({ alternatives: next });
  const nameOf = (staffId: string): string => {
    const name = names.get(staffId);
    if (name === undefined) return '…';
    return name === null ? t.client.personGone : name || t.client.nameNotRead;
  };
  const error = section.errors[0]?.text ?? errorOf(section.errors, '/alternatives');

  function move(place: number, by: number): void {
    const staffId = alternatives[place];
    if (staffId === undefined) return;
    set(alternatives.toSpliced(place, 1).toSpliced(place + by, 0, staffId));
    announce(t.client.movedTo(nameOf(staffId), place + by + 1));
  }

  return (
    <SectionForm of={section} readOnly={readOnly}>
      <p class="measure">{t.client.alternativesHint}</p>
      {error && <p class="field-error">{error}</p>}
      {alternatives.length === 0 && <Empty title={t.client.noAlternatives} />}
      <ol class="list alternatives" id={fieldId('/alternatives')} tabIndex={-1}>
        {alternatives.map((staffId, place) => (
          <li key={staffId} id={fieldId(`/alternatives/${place}`)} tabIndex={-1}>
            <Initials name={nameOf(staffId)} />
            <strong>{nameOf(staffId)}</strong>
            <span class="actions">
              <Button
                kind="quiet"
                disabled={place === 0}
                label={t.client.moveUp(nameOf(staffId))}
                onPress={() => move(place, -1)}
              >
                ↑
              </Button>
              <Button
                kind="quiet"
                disabled={place === alternatives.length - 1}
                label={t.client.moveDown(nameOf(staffId))}
                onPress={() => move(place, 1)}
              >
                ↓
              </Button>
              <Button
                kind="quiet"
                label={t.parts.remove(nameOf(staffId))}
                onPress={() => set(alternatives.toSpliced(place, 1))}
              >
                ✕
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {!readOnly && alternatives.length < MOST && (
        <AddPerson
          clientId={clientId}
          taken={alternatives}
          onPick={({ staffId, name }) => {
            learn(staffId, name);
            set([...alternatives, staffId]);
          }}
        />
      )}
    </SectionForm>
  );
}

interface AddProps {
  clientId: string;
  taken: readonly string[];
  onPick: (person: PersonHit) => void;
}

function AddPerson({ clientId, taken, onPick }: AddProps) {
  const [text, setText] = useState('');
  const { hits, busy, failure } = usePeople(clientId, text, false);
  return (
    <Combobox
      label={t.client.addPerson}
      value={text}
      onInput={setText}
      options={hits.filter(({ staffId }) => !taken.includes(staffId))}
      keyOf={({ staffId }) => staffId}
      onPick={(person) => {
        onPick(person);
        setText('');
      }}
      render={({ name, title }) => (
        <>
          <strong>{name}</strong> {title && <span class="meta">{title}</span>}
        </>
      )}
      busy={busy}
      empty={failure && refusalWords(failure)}
    />
  );
}
