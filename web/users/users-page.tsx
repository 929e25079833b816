// The users of a client: who may sign in, as what, and who of the register they are.
import { useEffect, useMemo } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { clientHome } from '#web/users/homes.ts';
import { Members } from '#web/users/members.tsx';
import { personNamesOf } from '#web/users/person-names.ts';
import { t } from '#web/words/words.ts';

export function UsersPage() {
  const { client = '' } = useRoute().params;
  return <Users key={client} clientId={client} />;
}

function Users({ clientId }: { clientId: string }) {
  const home = useMemo(() => clientHome(clientId), []);
  const names = useMemo(() => personNamesOf(clientId), []);
  useEffect(() => void names.refresh(), []);
  return <Members home={home} words={t.users} personOf={(staffId) => names.value.value?.get(staffId)} />;
}
