// The name of the company that a page is of: whoever belongs to it has it from the start, the service's own people ask for it.
import { useEffect } from 'preact/hooks';
import { cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Me } from '#web/api/types.ts';

const asked = (clientId: string) =>
  cached(`client-name:${clientId}`, () => ask(api.GET('/v1/clients/{clientId}', { params: { path: { clientId } } })));

export function useClientName(me: Me, clientId: string | undefined): string | undefined {
  const client = me.role !== null && clientId !== undefined ? asked(clientId) : undefined;
  useEffect(() => {
    if (client && client.value.peek() === undefined) void client.refresh();
  }, [client]);
  const membership = me.memberships.find((one) => one.clientId === clientId);
  return membership?.clientName ?? client?.value.value?.name;
}
