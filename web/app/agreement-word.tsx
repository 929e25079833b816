// A word about an agreement that waits for a signature, above the pages of the client whose it is; loaded where it is wanted.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Me } from '#web/api/types.ts';
import { mayOpen } from '#web/app/places.ts';
import type { AgreementNotice } from '#web/privacy/agreement-notice.tsx';
import { openWords } from '#web/words/words.ts';

const notice = signal<typeof AgreementNotice | undefined>(undefined);

/** On each page of an admin who has not signed yet; where all is well, and for others, on the page of the company alone. */
function isWanted(me: Me, clientId: string, path: string): boolean {
  if (!mayOpen(me, 'privacy', clientId) || path.startsWith(`/c/${clientId}/privacy`)) return false;
  const isUnsigned = me.memberships.some((one) => one.clientId === clientId && !one.agreed);
  return isUnsigned || path === `/c/${clientId}/company`;
}

export function AgreementWord({ me, clientId, path }: { me: Me; clientId: string; path: string }) {
  const wanted = isWanted(me, clientId, path);
  useEffect(() => {
    if (!wanted || notice.peek()) return;
    const part = import('#web/privacy/agreement-notice.tsx');
    void Promise.all([part, openWords('privacy')]).then(
      ([room]) => {
        notice.value = room.AgreementNotice;
      },
      () => undefined,
    );
  }, [wanted]);
  const Notice = notice.value;
  return wanted && Notice ? <Notice key={clientId} clientId={clientId} /> : null;
}
