// The name of the company that a page is of: whoever belongs to it has it from the start, the service's own people ask for it.
import { useEffect } from 'preact/hooks';
import type { Me } from '#web/api/types.ts';
import { clientOf } from '#web/client/record-source.ts';

export function useClientName(me: Me, clientId: string | undefined): string | undefined {
  const read = me.role !== null && clientId !== undefined ? clientOf(clientId).read : undefined;
  useEffect(() => {
    if (read && read.value.peek() === undefined) void read.refresh();
  }, [read]);
  const membership = me.memberships.find((one) => one.clientId === clientId);
  return membership?.clientName ?? read?.value.value?.record.name;
}
