// Invitations to an address that has an account: another client's, another door's, or one that is not found yet.
import { beforeEach, describe, expect, it } from 'vitest';
import { karin, type SupervisedWorld, supervisedWorld } from '#test/support/access-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Claims, codeOf } from '#test/support/http-call.ts';
import type { User } from '#users/schema.ts';

const engine = useEngine();
let world: SupervisedWorld;
let supervisor: Claims;
let clientId: string;

beforeEach(async () => {
  world = await supervisedWorld(engine);
  ({ supervisor, clientId } = world);
});

const operators = 'POST /v1/operators';
const namesAt = async (of: string) => {
  const list = { claims: supervisor, params: { clientId: of } };
  const { body } = await world.call<{ items: User[] }>('GET /v1/clients/{clientId}/users', list);
  return body.items.map(({ name }) => name);
};

describe('an address that has an account', () => {
  it('joins another client under the same id, without another mail', async () => {
    const first = await world.invite();
    const second = await world.invite({ params: { clientId: await world.aClientRow() } });

    expect(second.status).toBe(201);
    expect(second.body.id).toBe(first.body.id);
    expect(world.identity.mails).toHaveLength(1);
  });

  it('has at each client the name that this client has given, and tells neither the other', async () => {
    const other = await world.aClientRow();
    const first = await world.invite();
    const call = { params: { clientId: other }, body: { ...karin, name: 'K. Ek' }, idempotencyKey: 'once' };

    const second = await world.invite(call);
    const replay = await world.invite(call);
    const changed = await world.call<User>('PATCH /v1/clients/{clientId}/users/{userId}', {
      claims: supervisor,
      params: { clientId: other, userId: first.body.id },
      body: { role: 'clientAdmin' },
      ifMatch: '"1"',
    });

    expect([second, replay, changed].map(({ body }) => body.name)).toEqual(['K. Ek', 'K. Ek', 'K. Ek']);
    expect(await namesAt(clientId)).toEqual(['Karin Ek']);
    expect(await namesAt(other)).toEqual(['K. Ek']);
  });

  it('is a member only once', async () => {
    await world.invite();

    const again = await world.invite();

    expect([again.status, codeOf(again)]).toEqual([409, 'already-member']);
  });

  it('uses one door', async () => {
    await world.invite();
    await world.call(operators, {
      claims: supervisor,
      body: { email: 'o@answeronline.example', name: 'O', role: 'operator' },
    });

    const toDesk = await world.call(operators, { claims: supervisor, body: { ...karin, role: 'operator' } });
    const toPortal = await world.invite({ body: { ...karin, email: 'o@answeronline.example' } });

    expect([toDesk.status, codeOf(toDesk)]).toEqual([409, 'other-door']);
    expect([toPortal.status, codeOf(toPortal)]).toEqual([409, 'other-door']);
  });

  it('is asked for again while the search does not find it', async () => {
    await world.invite();
    world.identity.searchLags = true;

    const refused = await world.invite({ params: { clientId: await world.aClientRow() } });

    expect([refused.status, codeOf(refused)]).toEqual([503, 'try-again']);
  });
});
