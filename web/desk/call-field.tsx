// The field that every call begins in: a number or a name. Empty, it leads back to the last client, and to what was sent last.
import type { RefObject } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { keyFor } from '#web/desk/desk-keys.ts';
import { type FoundClient, findClients, isEnough, knownClients, mayBe } from '#web/desk/find-clients.ts';
import { TypeAhead } from '#web/desk/type-ahead.ts';
import { keptViews } from '#web/desk/use-recents.ts';
import { Badge } from '#web/parts/badge.tsx';
import { Combobox } from '#web/parts/combobox.tsx';
import { phoneWords } from '#web/words/phones.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  inputRef: RefObject<HTMLInputElement | null>;
  /** Of the call that is open: whichever way it came, what was being looked for is found. */
  callId: string | undefined;
  onOpen: (client: FoundClient) => void;
  /** Enter, ↑ and Delete in the empty field. */
  onLastClient: () => void;
  onCorrect: () => void;
  onTakeBack: () => void;
}

export function CallField({ inputRef, callId, onOpen, onLastClient, onCorrect, onTakeBack }: Props) {
  const finder = useMemo(
    () =>
      new TypeAhead<FoundClient>({
        isEnough,
        ask: findClients,
        matches: mayBe,
        known: async (text) => knownClients(await keptViews(), text),
      }),
    [],
  );
  useEffect(() => () => finder.clear(), [finder]);
  // Not when a call ends: the next number may be half typed by then.
  useEffect(() => {
    if (callId !== undefined) finder.clear();
  }, [finder, callId]);

  function open(client: FoundClient): void {
    finder.clear();
    onOpen(client);
  }

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isEmpty = finder.text.peek() === '';
    const act = isEmpty
      ? { Enter: onLastClient, ArrowUp: onCorrect, Delete: onTakeBack }[event.key]
      : event.key === 'Enter' && (() => finder.whenSole(open));
    if (!act) return;
    event.preventDefault();
    act();
  }

  const failure = finder.failure.value;
  return (
    <div class="call-field">
      <Combobox
        inputRef={inputRef}
        label={t.desk.callField}
        value={finder.text.value}
        onInput={(text) => finder.type(text)}
        options={finder.hits.value}
        keyOf={({ clientId }) => clientId}
        onPick={open}
        onKey={key}
        busy={finder.busy.value}
        empty={failure ? refusalWords(failure) : t.desk.noClient}
        render={(client) => <ClientRow client={client} />}
      />
      <span class="call-field-key key" aria-hidden="true">
        {keyFor('toCallField')}
      </span>
    </div>
  );
}

function ClientRow({ client }: { client: FoundClient }) {
  return (
    <span class="hit">
      <b>{client.name}</b>
      <span class="quiet">{[client.town, client.number && phoneWords(client.number)].filter(Boolean).join(' · ')}</span>
      {!client.isActive && <Badge kind="warn">{t.desk.paused}</Badge>}
    </span>
  );
}
