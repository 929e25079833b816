// A switchboard's link opens the desk of the number that was called, by itself.
import { useSignalEffect } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { type FoundClient, findClients, knownClients } from '#web/desk/find-clients.ts';
import type { DeskInHand } from '#web/desk/use-desk.ts';
import { keptViews } from '#web/desk/use-recents.ts';
import { announce } from '#web/parts/announce.tsx';
import { type CallLink, callLink, takeCallLink } from '#web/session/call-link.ts';
import { phoneWords } from '#web/words/phones.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

type Open = (client: FoundClient, from: string) => void;

/** @returns what is to be said of a link that led nowhere. */
export function useCallLink(hand: DeskInHand, open: Open): string | undefined {
  const [trouble, setTrouble] = useState<string>();
  const newest = useRef<CallLink>(undefined);

  async function follow(link: CallLink): Promise<void> {
    newest.current = link;
    const outcome = await findClients(link.number);
    // The next call has come meanwhile.
    if (newest.current !== link) return;
    const [found] = outcome.kind === 'ok' ? outcome.value : knownClients(await keptViews(), link.number);
    if (found) {
      setTrouble(undefined);
      open(found, link.from ?? '');
      return;
    }
    const number = phoneWords(link.number);
    const words = outcome.kind === 'ok' ? t.desk.nobodysNumber(number) : `${number}: ${refusalWords(outcome)}`;
    setTrouble(words);
    announce(words, 'urgent');
  }

  useSignalEffect(() => {
    if (!hand.ready.value || !callLink.value) return;
    const link = takeCallLink();
    if (link) void follow(link);
  });
  return trouble;
}
