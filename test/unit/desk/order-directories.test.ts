import { expect, test } from 'vitest';
import { orderDirectories, type PeopleChange } from '#desk/order-directories.ts';
import { type DirectoryOrder, DirectoryOrder as Order } from '#desk/rebuild-directory.ts';
import { newId } from '#shared/ids.ts';
import { recordKeys } from '#shared/tables.ts';

const clock = { nowMs: () => 1_000 };
const [one, other] = [newId('client', 0), newId('client', 1)];
const change = (kind: string, { pk, sk }: { pk: string; sk: string }): PeopleChange => ({ image: { kind, pk, sk } });
const person = (clientId: string) => change('staff', recordKeys.staff(clientId, newId('staff', 0)));
const erased = (clientId: string, id: string) => change('tombstone', recordKeys.tombstone(clientId, id));

/** @param failing positions of orders that cannot be published. */
async function ordered(changes: readonly PeopleChange[], failing: number[] = []) {
  const orders: DirectoryOrder[] = [];
  const directories = async (some: readonly DirectoryOrder[]) => {
    orders.push(...some);
    return failing;
  };
  const failed = await orderDirectories({ topic: { directories }, clock }, changes);
  return { orders, failed };
}

test('one order a client, however many of its people were added, changed or erased; it says when that was seen', async () => {
  const { orders } = await ordered([
    person(one),
    person(one),
    person(other),
    erased(one, newId('staff', 0)),
    person(other),
  ]);

  expect(orders).toEqual([one, other].map((clientId) => ({ clientId, seenAtMs: 1_000 })));
  for (const order of orders) expect(Order().parse(order)).toEqual(order);
});

test('for whatever else has changed, or was erased, there is none', async () => {
  const { orders, failed } = await ordered([
    change('message', recordKeys.message(one, newId('message', 0))),
    change('delivery', recordKeys.delivery(newId('message', 0), newId('delivery', 0))),
    erased(one, newId('message', 0)),
    erased(one, one),
  ]);

  expect([orders, failed]).toEqual([[], []]);
});

test('an order that was not published brings its first change again, and what follows it', async () => {
  const { failed } = await ordered([erased(one, newId('message', 0)), person(one), person(other), person(one)], [0]);

  expect(failed).toEqual([1]);
});
