// The staff register of a client: its list, or the form of one.
import { lazy, useLocation, useRoute } from 'preact-iso';
import { StaffList } from '#web/staff/staff-list.tsx';

/** Most who open the list only look. */
const StaffFormPage = lazy(() => import('#web/staff/staff-form.tsx').then((room) => room.StaffFormPage));

export function StaffPage() {
  const { client: clientId = '', id } = useRoute().params;
  const { route } = useLocation();
  if (!id) return <StaffList clientId={clientId} />;
  return <StaffFormPage key={id} clientId={clientId} staffId={id} onGone={() => route(`/c/${clientId}/staff`, true)} />;
}
