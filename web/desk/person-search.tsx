// Whom the caller asks for, found as one types; who is away is seen before anything is opened.
import type { ComponentChild, RefObject } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { ClientDesk } from '#web/desk/client-desk.ts';
import type { PersonHit } from '#web/desk/desk-types.ts';
import { availabilityWords, connectWords } from '#web/desk/desk-words.ts';
import { personMatches } from '#web/desk/matching.ts';
import { TypeAhead } from '#web/desk/type-ahead.ts';
import { Combobox } from '#web/parts/combobox.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  label: string;
  clientDesk: ClientDesk;
  /** By the service's clock. */
  nowMs: number;
  inputRef?: RefObject<HTMLInputElement | null>;
  onPick: (person: PersonHit) => void;
}

export function PersonSearch({ label, clientDesk, nowMs, inputRef, onPick }: Props) {
  const finder = useMemo(
    () =>
      new TypeAhead<PersonHit>({
        isEnough: (text) => text.trim().length >= 2,
        ask: (text, signal) => clientDesk.search(text, signal),
        matches: personMatches,
        known: (text) => clientDesk.known(text),
      }),
    [clientDesk],
  );
  useEffect(() => () => finder.clear(), [finder]);
  const pick = (person: PersonHit) => {
    finder.clear();
    onPick(person);
  };
  const failure = finder.failure.value;
  const isAway = failure?.kind === 'away' && finder.hits.value.length > 0;
  return (
    <>
      <Combobox
        {...(inputRef && { inputRef })}
        label={label}
        value={finder.text.value}
        onInput={(text) => finder.type(text)}
        options={finder.hits.value}
        keyOf={({ staffId }) => staffId}
        onPick={pick}
        onKey={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || finder.text.peek() === '') return;
          event.preventDefault();
          finder.whenSole(pick);
        }}
        busy={finder.busy.value}
        empty={failure ? refusalWords(failure) : t.desk.noPerson}
        render={(person): ComponentChild => <PersonRow person={person} nowMs={nowMs} />}
      />
      {isAway && <p class="meta">{t.desk.amongSeen}</p>}
    </>
  );
}

function PersonRow({ person, nowMs }: { person: PersonHit; nowMs: number }) {
  const { availability, connect } = person;
  return (
    <span class="hit">
      <span>
        <b>{person.name}</b>{' '}
        <span class="quiet">{person.title ?? (person.kind === 'function' ? t.desk.aFunction : '')}</span>
      </span>
      {availability && (
        <span class={`presence ${availability.state}`}>
          {availabilityWords(availability, nowMs)} · {connectWords(connect)}
        </span>
      )}
    </span>
  );
}
