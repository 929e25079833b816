// What was kept on a day, as leaves: the same from any order, each record once, the service's own counts in the first.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter, headText } from '#privacy/day-head.ts';
import { leavesOf } from '#privacy/day-log.ts';
import { hashOf } from '#privacy/merkle.ts';
import { anErasure, aSweep, erasedOn, someErased } from '#test/support/builders/evidence.ts';

const DAY = '2027-05-23';
const NOON = Date.parse(`${DAY}T12:00:00Z`);
const nordvik = 'cli_01M85KCDJKPBRZMYCRMZYP6DB1';
const sodra = 'cli_01M85KCDJKPBRZMYCRMZYP6DB2';
const parsed = (leaves: readonly string[]) => leaves.map((leaf) => JSON.parse(leaf));

test('a day without anything has the leaf of the service alone, and that tells of an outage', () => {
  expect(parsed(leavesOf([]))).toEqual([
    {
      service: true,
      sweeps: 0,
      unfinished: 0,
      failures: 0,
      erased: 0,
      disagreeing: 0,
      expiredButLive: 0,
      oldestLiveKey: null,
      objects: hashOf(''),
    },
  ]);
});

test('the leaf of the service sums up the sweeps, and has the worst of what each one found', () => {
  const oldest = (takenAt: string) => ({ oldestLiveKey: { takenAt, expiresAt: '2027-11-23T12:00:00.000Z' } });
  const sweeps = [
    aSweep(DAY, { erased: 3, failures: 1, disagreeing: 2, ...oldest('2026-12-02T08:00:00.000Z') }),
    aSweep(DAY, { erased: 4, failures: 1, expiredButLive: 5, finished: false, ...oldest('2026-12-01T08:00:00.000Z') }),
    aSweep(DAY, { disagreeing: 1 }),
  ];

  const [service] = parsed(leavesOf(sweeps));

  expect(service).toMatchObject({
    sweeps: 3,
    unfinished: 1,
    failures: 2,
    erased: 7,
    disagreeing: 2,
    expiredButLive: 5,
    oldestLiveKey: '2026-12-01T08:00:00.000Z',
  });
});

test('each client with erasures has a leaf, by id, with the hash of a line for each record', () => {
  const objects = [
    someErased([
      anErasure(sodra, NOON, { recordId: 'msg_2' }),
      anErasure(nordvik, NOON + 1_000, { recordId: 'msg_9', readers: ['stf_1'] }),
    ]),
    someErased([anErasure(nordvik, NOON, { recordId: 'msg_1' })]),
  ];

  const [, ...clients] = parsed(leavesOf(objects));

  expect(clients).toEqual([
    {
      clientId: nordvik,
      erased: 2,
      records: hashOf('msg_1 2027-05-23T12:00:00.000Z\nmsg_9 2027-05-23T12:00:01.000Z\n'),
    },
    { clientId: sodra, erased: 1, records: hashOf('msg_2 2027-05-23T12:00:00.000Z\n') },
  ]);
});

test('a record that is told of twice counts once, with the earlier time', () => {
  const once = anErasure(nordvik, NOON, { recordId: 'msg_1' });
  const again = { ...once, erasedAtMs: NOON + 1 };

  const twice = leavesOf([someErased([again]), someErased([once, again])]);

  expect(twice[1]).toBe(leavesOf([someErased([once])])[1]);
});

test('the order of the objects does not matter', () => {
  const objects = [aSweep(DAY), aSweep(DAY, { erased: 2 }), erasedOn(DAY, nordvik, 3), erasedOn(DAY, sodra, 2)];

  fc.assert(
    fc.property(fc.shuffledSubarray(objects, { minLength: objects.length }), (shuffled) => {
      expect(leavesOf(shuffled)).toEqual(leavesOf(objects));
    }),
  );
});

test('the leaf of the service hangs on every byte of every object, and on its name', () => {
  const objects = [aSweep(DAY), erasedOn(DAY, nordvik)];
  const [service] = leavesOf(objects);
  const [sweep, erased] = objects;
  const others = [
    [sweep, erased, aSweep(DAY, { endedAt: `${DAY}T12:00:02.000Z` })],
    [sweep && { ...sweep, text: `${sweep.text} ` }, erased],
    [sweep && { ...sweep, name: `${sweep.name}x` }, erased],
    [sweep],
  ].map((changed) => leavesOf(changed.filter((one) => one !== undefined))[0]);

  for (const other of others) expect(other).not.toBe(service);
});

test.each(['', '[]', '{"kind":"other"}', '{"kind":"erased","erasures":[{"clientId":"service"}]}'])(
  'an object that is none of the evidence is named: %s',
  (text) => {
    expect(() => leavesOf([{ name: 'days/2027-05-23/erased-x.json', text }])).toThrow(
      'days/2027-05-23/erased-x.json is no object of the evidence',
    );
  },
);

test('the head is this text', () => {
  expect(headText(DAY, null, 'root')).toBe('{"version":1,"day":"2027-05-23","previous":null,"root":"root"}');
});

test.each([
  ['2027-02-28', '2027-03-01'],
  ['2028-02-28', '2028-02-29'],
  ['2027-12-31', '2028-01-01'],
  ['2027-03-27', '2027-03-28'],
])('after %s comes %s', (day, next) => {
  expect(dayAfter(day)).toBe(next);
});
