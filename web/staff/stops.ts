// The stopped addresses of the client beside the form, and lifting one.
import { useEffect } from 'preact/hooks';
import { toast } from '#web/parts/toast.tsx';
import type { Stops } from '#web/staff/contact-fields.tsx';
import { liftSuppression, suppressionsOf } from '#web/staff/suppressions.ts';
import { phoneWords } from '#web/words/phones.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export function useStops(clientId: string): Stops {
  const all = suppressionsOf(clientId);
  useEffect(() => void all.refresh(), [all]);
  const list = all.value.value ?? [];
  return {
    list,
    async lift(one) {
      const left = list.filter(({ id }) => id !== one.id);
      const outcome = await all.change(left, async () => {
        const lifted = await liftSuppression(clientId, one.id);
        return lifted.kind === 'ok' ? { kind: 'ok', value: left, etag: null } : lifted;
      });
      const address = one.address ?? '';
      if (outcome.kind !== 'ok') toast(refusalWords(outcome));
      else toast(t.staff.lifted(address.includes('@') ? address : phoneWords(address)));
    },
  };
}
