// Which routes leave no row in the audit although they are no GET: each is an exception that somebody has thought about.
import { expect, test } from 'vitest';
import { routeTable } from '#api/route-table.ts';
import { isWitnessed } from '#shared/witness.ts';

test('every route that may change something leaves a row, but for these', () => {
  const exceptions = routeTable.filter((route) => route.method !== 'GET' && !isWitnessed(route));

  expect(Object.fromEntries(exceptions.map(({ id, unwitnessed }) => [id, unwitnessed]))).toEqual({
    takeMessage: 'its record tells',
    countCall: 'it counts',
    searchClients: 'it only reads',
    searchStaff: 'it only reads',
    previewAnsweringDays: 'it only reads',
  });
});

test('a route that only reads is no exception: it says nothing about it', () => {
  const strange = routeTable.filter(({ method, unwitnessed }) => method === 'GET' && unwitnessed !== undefined);

  expect(strange.map(({ id }) => id)).toEqual([]);
});
