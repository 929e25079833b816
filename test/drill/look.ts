// What can be read of a world by those who may read most: a supervisor's view of every record that the drill knows.
import type { House } from '#test/drill/house.ts';
import type { Then } from '#test/drill/then.ts';
import type { Answered, Call, Claims } from '#test/support/http-call.ts';
import type { MachineClient, User } from '#users/schema.ts';

export interface Seen {
  /** A record's view by its id; undefined where it does not open. */
  views: Map<string, object | undefined>;
  /** Answers that nobody should get: neither the record nor that it is gone. */
  broken: string[];
}

/** One by one, as people open them. A client or staff member that stands empty has not opened. */
export async function lookAt(house: House, then: Then): Promise<Seen> {
  const { people, clients, staff, users, machines, messages } = then;
  const claims = people.supervisor;
  const seen: Seen = { views: new Map(), broken: [] };
  const look = async (id: string, route: string, params: Record<string, string>, query: Call['query'] = {}) => {
    const { status, body } = await house.call<{ name?: string }>(`GET ${route}`, { claims, params, query });
    if (status !== 200 && status !== 410 && status !== 404) seen.broken.push(`${route} answers ${status} for ${id}`);
    seen.views.set(id, status === 200 && !isEmpty(body) ? body : undefined);
  };
  for (const { id } of Object.values(clients)) await look(id, '/v1/clients/{clientId}', { clientId: id });
  for (const { clientId, id } of Object.values(staff).flat())
    await look(id, '/v1/clients/{clientId}/staff/{staffId}', { clientId, staffId: id }, why);
  for (const { clientId, id } of messages)
    await look(id, '/v1/clients/{clientId}/messages/{messageId}', { clientId, messageId: id }, why);

  const params = { clientId: clients.left.id };
  const members = await itemsOf<User>(house.call('GET /v1/clients/{clientId}/users', { claims, params }));
  for (const { id } of Object.values(users))
    seen.views.set(
      id,
      ofList(members, (one) => one.id === id),
    );
  const places = await itemsOf<MachineClient>(house.call('GET /v1/machine-clients', { claims }));
  for (const { machineId } of Object.values(machines))
    seen.views.set(
      machineId,
      ofList(places, (one) => one.machineId === machineId),
    );
  return seen;
}

/** Nothing where the list is not answered: that it is not is a line of its own. */
const itemsOf = async <T>(answer: Promise<Answered<unknown>>): Promise<T[]> =>
  ((await answer).body as { items?: T[] }).items ?? [];

/** Some are protected, or old. */
const why = { why: 'fault' };

const isEmpty = ({ name }: { name?: string }) => name?.startsWith('Uppgifter saknas') ?? false;

/** Whose name is sealed under a key that is gone has not opened. */
const ofList = <T extends { name: string | null }>(items: readonly T[], isIt: (item: T) => boolean) =>
  items.find((item) => isIt(item) && item.name !== null && !isEmpty({ name: item.name }));

interface List {
  route: string;
  by: Claims;
  call: Call;
}

/** Every list there is, by everybody who may read it: one record that does not open must not close a page. */
export function listsOf({ people, clients, users, machines }: Then): List[] {
  const { supervisor, operator, privacyOfficer } = people;
  const service = [supervisor, operator, privacyOfficer];
  const ofClient = [...service, users.admin.claims, users.person.claims, machines.left.claims];
  const lists = (route: string, by: readonly Claims[], call: Call = {}): List[] =>
    by.map((claims) => ({ route, by: claims, call }));
  const within = ({ id }: { id: string }) => ({ params: { clientId: id }, query: { limit: '100' } });
  return [
    ...lists('GET /v1/clients', ofClient),
    ...lists('POST /v1/clients/search', service, { body: { text: 'Kund' } }),
    ...lists('POST /v1/clients/search', service, { body: { number: '08-465 004 12' } }),
    ...lists('GET /v1/operators', [supervisor]),
    ...lists('GET /v1/machine-clients', [supervisor]),
    ...lists('GET /v1/attention', [supervisor, operator], { query: { limit: '100' } }),
    ...Object.values(clients).flatMap((client) =>
      ['staff', 'messages'].flatMap((what) =>
        lists(`GET /v1/clients/{clientId}/${what}`, client === clients.left ? ofClient : service, {
          ...within(client),
          query: { limit: '100', ...(what === 'messages' && why) },
        }),
      ),
    ),
    ...Object.values(clients).flatMap((client) =>
      lists('GET /v1/clients/{clientId}/users', [supervisor], within(client)),
    ),
  ];
}
