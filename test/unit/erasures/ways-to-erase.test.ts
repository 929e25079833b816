// Each store in which a search finds people has a way to give them up, and no other has.
import { expect, test } from 'vitest';
import { waysToErase, wayToErase } from '#erasures/ways-to-erase.ts';
import { stepsOf } from '#requests/search/plan.ts';
import { handStoreOf } from '#web/privacy/hand-places.ts';

test('every store that findings are named by in a client has a way, and every way a store', () => {
  const searched = stepsOf('cli_01JZZZZZZZZZZZZZZZZZZZZZZ0').map(({ searcher }) => searcher.stores[0]);

  expect(Object.keys(waysToErase).sort()).toEqual([...new Set(searched)].sort());
});

test.each([
  ['message', ['caller'], ['phone'], 'erased'],
  ['message', ['mentioned'], ['name'], 'erased'],
  ['message', ['actor'], ['userId'], 'kept'],
  ['message', ['recipient', 'actor'], ['staffId', 'userId'], 'erased'],
  ['staff', ['self'], ['staffId'], 'erased'],
  ['staff', ['mentioned'], ['staffId'], 'kept'],
  ['staff', ['mentioned'], ['name'], 'byHand'],
  ['membership', ['self'], ['email'], 'erased'],
  ['suppression', ['recipient'], ['email', 'staffId'], 'erased'],
  ['suppression', ['recipient'], ['email'], 'byHand'],
  ['client', ['contact'], ['email'], 'byHand'],
  ['answering', ['mentioned'], ['phone'], 'byHand'],
  ['answering', ['mentioned'], ['staffId'], 'kept'],
  ['audit', ['concerned'], ['staffId'], 'kept'],
  ['request', ['self'], ['name'], 'kept'],
] as const)('in %s, as %j, found by %j: %s', (store, as, how, way) => {
  expect(wayToErase({ store, as, how })).toBe(way);
});

test('what nobody has thought of is left to people', () => {
  expect(wayToErase({ store: 'somethingNew', as: ['self'], how: ['name'] })).toBe('byHand');
});

test('the portal says of each that may be left to people what is to be done', () => {
  const left = Object.keys(waysToErase).filter(
    (store) => wayToErase({ store, as: ['mentioned'], how: ['name'] }) !== 'kept',
  );

  expect(left.map(handStoreOf)).toEqual(left);
});
