// The people of the service itself, for supervisors.
import { useMemo } from 'preact/hooks';
import { serviceHome } from '#web/users/homes.ts';
import { Members } from '#web/users/members.tsx';
import { t } from '#web/words/words.ts';

export function OperatorsPage() {
  const home = useMemo(serviceHome, []);
  return <Members home={home} words={t.users.operators} />;
}
