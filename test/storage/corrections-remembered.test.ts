// What is remembered of a correction's request, on the engine: enough to know it again, and nothing of a text that is gone.
import { beforeEach, expect, test } from 'vitest';
import { type Amending, amending, MENDED } from '#test/support/amending.ts';
import { type DeliveryWorld, deliveryWorld, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';

const engine = useEngine();
let world: DeliveryWorld;
let amend: Amending;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  amend = amending(world);
});

const other = { caller: {}, matter: 'Takpannorna kommer aldrig.' };

test('the last correction knows its body: the same is answered, another refused', async () => {
  await amend.correct(MENDED, { idempotencyKey: 'one' });

  const same = await amend.correct(MENDED, { idempotencyKey: 'one' });
  const changed = await amend.correct(other, { idempotencyKey: 'one' });

  expect([same.status, same.body.corrections.length]).toEqual([201, 1]);
  expect([changed.status, changed.body]).toMatchObject([422, { code: 'idempotency-mismatch' }]);
});

test('of one that was corrected again nobody can tell any more whether a guess at its words is right', async () => {
  await amend.correct(MENDED, { idempotencyKey: 'one' });
  await amend.correct(other, { idempotencyKey: 'two' });

  const right = await amend.correct(MENDED, { idempotencyKey: 'one' });
  const wrong = await amend.correct({ ...MENDED, matter: 'En gissning.' }, { idempotencyKey: 'one' });

  expect([right.status, wrong.status]).toEqual([201, 201]);
  expect([right, wrong].map(({ body }) => [body.matter, body.corrections.length])).toEqual(
    Array(2).fill([other.matter, 2]),
  );
});
