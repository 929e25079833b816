// The gate: every route that stores staff or messages of a client says so, and is refused before its first agreement.
import { expect, test } from 'vitest';
import { routeTable } from '#api/route-table.ts';

/** What such a route is told by: it makes or changes staff, absences, messages, or notices, which tell of people in free words. */
const stores = (id: string) =>
  /^(create|change)(StaffMember|Notice)$|^setAbsence$|^(take|correct|forward|redirect)Message$|^sendTestMessage$/.test(
    id,
  );
/** Of a message that is there already: whether it is read, and a note. It was let in. */
const free = ['changeMessage'];

test('what stores staff or messages says so, and nothing else does', () => {
  const gated = routeTable.filter(({ agreed }) => agreed).map(({ id }) => id);

  expect(gated).toEqual(routeTable.filter(({ id }) => stores(id)).map(({ id }) => id));
});

test('no other route with a client in its path takes a new message or somebody of the staff', () => {
  const suspects = routeTable
    .filter(({ method, path }) => method !== 'GET' && method !== 'DELETE' && /\/(staff|messages)(\/|$)/.test(path))
    .filter(({ id, agreed, unwitnessed }) => !agreed && unwitnessed !== 'it only reads' && !free.includes(id))
    .map(({ id }) => id);

  expect(suspects).toEqual([]);
});
