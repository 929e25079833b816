// A person of a test's client by the API: as they stand, and changed by somebody else.
import { type HttpWorld, type Json, made } from '#test/support/http-world.ts';

export async function readPerson(world: HttpWorld, staffId: string): Promise<Json> {
  return made(world.call('GET', world.path(`/staff/${staffId}`)), 200);
}

export async function changePerson(world: HttpWorld, staffId: string, body: object): Promise<void> {
  const { headers } = await world.call('GET', world.path(`/staff/${staffId}`));
  const ifMatch = headers.get('etag') ?? '';
  await made(world.call('PATCH', world.path(`/staff/${staffId}`), { body, ifMatch }), 200);
}
