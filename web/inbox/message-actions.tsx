// What can be done with the open message: the three that are done each day, and the seldom ones behind "Mer".
import { useRef } from 'preact/hooks';
import type { Message } from '#web/api/types.ts';
import type { Rights } from '#web/inbox/rights.ts';
import type { Wanted } from '#web/inbox/wanted.ts';
import { Button } from '#web/parts/button.tsx';
import { singleKeys } from '#web/parts/theme.ts';
import { t } from '#web/words/words.ts';

interface Props {
  message: Message;
  rights: Rights;
  onHandle: () => void;
  onWanted: (what: Wanted['what']) => void;
}

export function MessageActions({ message, rights, onHandle, onWanted }: Props) {
  const words = t.inbox;
  const more = useRef<HTMLDetailsElement>(null);
  const kbd = (key: string) => (singleKeys.value === 'on' ? { kbd: key } : {});
  const fromMenu = (act: () => void) => () => {
    if (more.current) more.current.open = false;
    more.current?.querySelector('summary')?.focus();
    act();
  };
  return (
    <div class="message-actions no-print">
      <Button kind={message.state === 'open' ? 'primary' : 'plain'} onPress={onHandle} {...kbd('e')}>
        {message.state === 'open' ? words.markHandled : words.reopen}
      </Button>
      <Button onPress={() => onWanted('forward')} {...kbd('f')}>
        {words.forward}
      </Button>
      <Button onPress={() => onWanted('note')} {...kbd('n')}>
        {words.note}
      </Button>
      <details
        ref={more}
        class="message-more"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !more.current?.open) return;
          event.stopPropagation();
          more.current.open = false;
          more.current.querySelector('summary')?.focus();
        }}
      >
        <summary class="button">{words.more}</summary>
        <div class="message-more-list">
          <Button kind="quiet" onPress={fromMenu(() => print())}>
            {words.print}
          </Button>
          {rights.looksAfter && (
            <>
              <Button kind="quiet" onPress={fromMenu(() => onWanted('misdirected'))}>
                {words.misdirected}
              </Button>
              <Button kind="quiet" onPress={fromMenu(() => onWanted('erase'))}>
                {words.erase}
              </Button>
            </>
          )}
        </div>
      </details>
    </div>
  );
}
