// The first supervisor, and the last.
import { beforeEach, describe, expect, it } from 'vitest';
import { type AccessWorld, accessWorld } from '#test/support/access-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Claims, codeOf, serviceClaims } from '#test/support/http-call.ts';
import { createFirstSupervisor, letFirstSupervisorIn } from '#users/first-supervisor.ts';
import type { Operator } from '#users/schema.ts';

const engine = useEngine();
let world: AccessWorld;
let first: string;
let supervisor: Claims;

beforeEach(async () => {
  world = await accessWorld(engine);
  first = await letFirstSupervisorIn(world.app, { email: 'first@answeronline.example', name: 'Första' });
  supervisor = serviceClaims(first);
});

const inviteOperator = async (email: string, role = 'supervisor') => {
  const body = { email, name: 'Någon', role };
  return (await world.call<Operator>('POST /v1/operators', { claims: supervisor, body })).body.id;
};
const withdrawOperator = (userId: string, claims = supervisor) =>
  world.call('DELETE /v1/operators/{userId}', { claims, params: { userId } });

describe('the last supervisor', () => {
  it('cannot be withdrawn or made something else', async () => {
    await inviteOperator('operator@answeronline.example', 'operator');

    const withdrawn = await withdrawOperator(first);
    const params = { userId: first };
    const body = { role: 'operator' };
    const demoted = await world.call('PATCH /v1/operators/{userId}', {
      claims: supervisor,
      params,
      body,
      ifMatch: '"1"',
    });

    expect([withdrawn.status, codeOf(withdrawn)]).toEqual([409, 'last-supervisor']);
    expect([demoted.status, codeOf(demoted)]).toEqual([409, 'last-supervisor']);
  });

  it('goes once there is another', async () => {
    const second = await inviteOperator('second@answeronline.example');

    const { result, tally } = await world.meter.measure(() => withdrawOperator(first, serviceClaims(second)));

    expect(result.status).toBe(204);
    expect(tally.requests).toEqual({ BatchGetItem: 1, Query: 1, TransactWriteItems: 2 });
  });

  it('is always left, when all withdraw each other at once', async () => {
    for (let round = 0; round < 5; round++) {
      const others = await Promise.all([1, 2, 3].map((n) => inviteOperator(`s${round}-${n}@answeronline.example`)));
      const everybody = [first, ...others];

      await Promise.all(
        everybody.map((userId, n) =>
          withdrawOperator(everybody[(n + 1) % everybody.length] as string, serviceClaims(userId)),
        ),
      );

      const left = (await world.rows('records')).filter((row) => row.role === 'supervisor' && row.state === 'active');
      expect(left.length).toBeGreaterThanOrEqual(1);
      first = left[0]?.sk as string;
      supervisor = serviceClaims(first);
    }
  });
});

describe('the first supervisor', () => {
  it('is let in only where there is none', async () => {
    const another = { userId: 'usr_01ARZ3NDEKTSV4RRFFQ69G5FAV', email: 'x@answeronline.example', name: 'X' };

    await expect(createFirstSupervisor(world.app, another)).rejects.toThrow('There is a supervisor already');
    await expect(letFirstSupervisorIn(world.app, another)).rejects.toThrow('There is a supervisor already');
    expect(world.identity.accounts.size).toBe(1);
  });

  it('is let in after a failure at each point', async () => {
    for (let at = 1; at <= 6; at++) {
      const fresh = await accessWorld(engine);
      const details = { email: 'first@answeronline.example', name: 'Första' };
      fresh.crashes.arm(at);
      await expect(letFirstSupervisorIn(fresh.app, details)).rejects.toThrow('The process died here');
      fresh.crashes.arm();

      await (at === 6
        ? expect(letFirstSupervisorIn(fresh.app, details)).rejects.toThrow('already')
        : letFirstSupervisorIn(fresh.app, details));

      expect((await fresh.rows('records')).map(({ kind }) => kind).sort()).toEqual(['membership', 'user']);
      expect([...fresh.identity.accounts.values()]).toEqual([{ email: details.email, door: 'desk' }]);
    }
  });
});
