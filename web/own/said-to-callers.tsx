// The words that a caller who asks for the person hears at this moment.
import { useEffect, useMemo } from 'preact/hooks';
import { cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { StaffMember } from '#web/api/types.ts';
import type { Who } from '#web/own/own-person.ts';
import { t } from '#web/words/words.ts';

/** null where the search does not find the person yet: who was just added is found some seconds later. */
const saidOf = ({ clientId, staffId }: Who, name: string) =>
  cached(`said:${clientId}:${staffId}:${name}`, async () => {
    const path = '/v1/clients/{clientId}/staff/search';
    const found = await ask(api.POST(path, { params: { path: { clientId } }, body: { text: name, limit: 20 } }));
    if (found.kind !== 'ok') return found;
    const own = found.value.items.find((hit) => hit.staffId === staffId);
    return { ...found, value: own?.answer.words ?? null };
  });

export function SaidToCallers({ who, staff }: { who: Who; staff: StaffMember }) {
  const said = useMemo(() => saidOf(who, staff.name), [staff.name]);
  useEffect(() => void said.refresh(), [said, staff.updatedAt, staff.absence?.back]);
  const words = said.value.value;
  if (!words) return null;
  return (
    <div>
      <p class="meta">{t.own.said}</p>
      <blockquote class="own-said" lang={staff.language}>
        {words}
      </blockquote>
    </div>
  );
}
