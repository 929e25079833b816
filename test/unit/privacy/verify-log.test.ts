// Whoever changes anything in a log is found out, and the first link that is broken is named.
import { beforeAll, describe, expect, test } from 'vitest';
import type { LoggedDay } from '#privacy/check-day.ts';
import { fingerprintOf } from '#privacy/check-day.ts';
import { headText } from '#privacy/day-head.ts';
import { type KeptObject, leavesOf } from '#privacy/day-log.ts';
import { hashOf, pathTo, rootOf } from '#privacy/merkle.ts';
import { verifyLog } from '#privacy/verify-log.ts';
import type { Signer } from '#shared/signer.ts';
import { aSweep, erasedOn } from '#test/support/builders/evidence.ts';
import { localSigner } from '#test/support/local-signer.ts';

const names = ['2027-05-23', '2027-05-24', '2027-05-25'];
const nordvik = 'cli_01M85KCDJKPBRZMYCRMZYP6DB1';
const sodra = 'cli_01M85KCDJKPBRZMYCRMZYP6DB2';
const kvarn = 'cli_01M85KCDJKPBRZMYCRMZYP6DB3';
const signer = localSigner();

type Day = LoggedDay & { leaves: readonly string[]; objects: readonly KeptObject[]; hash: string };

async function signed(day: string, previous: string | null, objects: KeptObject[], by: Signer = signer): Promise<Day> {
  const leaves = leavesOf(objects);
  const head = headText(day, previous, rootOf(leaves));
  const [signature, publicKey] = [await by.sign(head), await by.publicKey()];
  return { day, head, hash: hashOf(head), signature, publicKey, leaves, own: null, objects };
}

/** A log that is whole, with an object or two on each day. */
async function aLog(by: Signer = signer): Promise<[Day, Day, Day]> {
  const kept = names.map((day) => [aSweep(day), erasedOn(day, nordvik, 2), erasedOn(day, sodra), erasedOn(day, kvarn)]);
  const first = await signed('2027-05-23', null, kept[0] ?? [], by);
  const second = await signed('2027-05-24', first.hash, kept[1] ?? [], by);
  return [first, second, await signed('2027-05-25', second.hash, kept[2] ?? [], by)];
}

let first: Day;
let second: Day;
let third: Day;

beforeAll(async () => {
  [first, second, third] = await aLog();
});

/** The day as a client admin has it. */
const ownOf = (day: Day, index = 1): LoggedDay & { own: NonNullable<LoggedDay['own']> } => {
  const { objects: _, ...rest } = day;
  const leaf = day.leaves[index] ?? '';
  const { clientId, erased } = JSON.parse(leaf);
  return { ...rest, leaves: null, own: [{ clientId, erased, leaf, path: pathTo(day.leaves, index) }] };
};
const broken = (...days: LoggedDay[]) => verifyLog(days).broken;
const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

describe('a log that is whole', () => {
  test('holds, in any order, and says what it was held against', () => {
    const verdict = verifyLog([third, first, second]);

    expect(verdict).toMatchObject({ broken: undefined, continues: null });
    expect(verdict.days.map(({ day, records, clients, against }) => [day, records, clients, against])).toEqual(
      names.map((day) => [day, 4, 3, 'all leaves and objects']),
    );
  });

  test('holds with own leaves only, and from its middle', () => {
    const verdict = verifyLog([ownOf(second, 2), ownOf(third, 1)]);

    expect(verdict).toMatchObject({ broken: undefined, continues: first.hash });
    expect(verdict.days.map(({ records, against }) => [records, against])).toEqual([
      [1, 'own leaves'],
      [2, 'own leaves'],
    ]);
  });

  test('may have a day twice, as pages that overlap do', () => {
    const verdict = verifyLog([first, second, ownOf(second), third]);

    expect(verdict.broken).toBeUndefined();
    expect(verdict.days).toHaveLength(3);
  });

  test('may be signed with two keys, one after the other', async () => {
    const newKey = localSigner();
    const next = await signed('2027-05-25', second.hash, [aSweep('2027-05-25')], newKey);
    const trusted = new Set([fingerprintOf(first.publicKey), fingerprintOf(next.publicKey)]);

    expect(verifyLog([first, second, next], trusted).broken).toBeUndefined();
  });
});

describe('what was changed is named', () => {
  test.each(Array.from({ length: 20 }, (_, n) => n * 7))('character %i of a head', (at) => {
    expect(broken(first, { ...second, head: flip(second.head, at) }, third)).toMatch(/^2027-05-24: its h/);
  });

  test('a head that is not the one that was signed, with its hash made to fit', () => {
    const head = second.head.replace('"root":"', '"root":"A');

    expect(broken(first, { ...second, head, hash: hashOf(head) }, third)).toBe(
      '2027-05-24: its signature does not fit its head and its key',
    );
  });

  test.each([0, 20, 60])('character %i of a signature', (at) => {
    expect(broken(first, { ...second, signature: flip(second.signature, at) }, third)).toBe(
      '2027-05-24: its signature does not fit its head and its key',
    );
  });

  test('a public key that is none', () => {
    expect(broken({ ...first, publicKey: 'AAAA' })).toBe('2027-05-23: its signature does not fit its head and its key');
  });

  test.each([0, 1, 3])('leaf %i is gone', (index) => {
    expect(broken(first, { ...second, leaves: second.leaves.toSpliced(index, 1) }, third)).toBe(
      '2027-05-24: its leaves do not make the root in its head',
    );
  });

  test('a leaf says another number', () => {
    const leaves = second.leaves.map((leaf) => leaf.replace('"erased":2', '"erased":1'));

    expect(broken(first, { ...second, leaves }, third)).toBe('2027-05-24: its leaves do not make the root in its head');
  });

  test('a day is gone', () => {
    expect(broken(first, third)).toBe(
      '2027-05-25: the log has 2027-05-23 and 2027-05-25, but not 2027-05-24 between them',
    );
  });

  test('two days are swapped', () => {
    expect(broken(first, { ...third, day: second.day }, { ...second, day: third.day })).toBe(
      '2027-05-24: its head is that of 2027-05-25',
    );
  });

  test('a day was made anew: the next one does not stand on it', async () => {
    const other = await signed('2027-05-24', first.hash, [aSweep('2027-05-24')]);

    expect(broken(first, other, third)).toBe(
      `2027-05-25: its head says that the day before has the hash ${second.hash}, but that of 2027-05-24 is ${other.hash}`,
    );
    expect(broken(first, second, other, third)).toBe('2027-05-24: the log has it twice, with different heads');
  });

  test('the log was begun anew', async () => {
    const other = await signed('2027-05-24', null, [aSweep('2027-05-24')]);

    expect(broken(first, other)).toBe(
      '2027-05-24: its head says that the log begins here, but there is 2027-05-23 before it',
    );
  });

  test('all of it was signed with another key', async () => {
    const forged = await aLog(localSigner());

    expect(verifyLog(forged).broken).toBeUndefined();
    expect(verifyLog(forged, new Set([fingerprintOf(first.publicKey)])).broken).toBe(
      `2027-05-23: it is signed with the key ${fingerprintOf(forged[0].publicKey)}, which is none of those that were given`,
    );
  });

  test('leaves that make the root, but are not one for each client', async () => {
    const leaves = [...second.leaves, second.leaves[1] ?? ''];
    const head = headText(second.day, first.hash, rootOf(leaves));
    const day = { ...second, leaves, head, hash: hashOf(head), signature: await signer.sign(head) };

    expect(broken(first, day)).toBe('2027-05-24: its leaves are not one of the service and one of each client');
  });
});

describe('of an own leaf', () => {
  const change = (change: (own: ReturnType<typeof ownOf>['own'][number]) => object) => {
    const day = ownOf(second);
    return { ...day, own: day.own.map((own) => ({ ...own, ...change(own) })) };
  };

  test('a path from another day is named', () => {
    const path = ownOf(third).own[0]?.path ?? [];

    expect(broken(change(() => ({ path })))).toBe(
      `2027-05-24: the path of ${nordvik} does not lead to the root in its head`,
    );
  });

  test('a path of another leaf, a shortened one, and one with its sides turned are named', () => {
    const turned = (side: string) => (side === 'left' ? 'right' : 'left');
    for (const changed of [
      change(() => ({ path: pathTo(second.leaves, 2) })),
      change(({ path }) => ({ path: path.slice(1) })),
      change(({ path }) => ({ path: path.map(({ side, hash }) => ({ side: turned(side), hash })) })),
    ])
      expect(broken(changed)).toBe(`2027-05-24: the path of ${nordvik} does not lead to the root in its head`);
  });

  test('a number beside it that it does not say, and a client that it is not of, are named', () => {
    expect(broken(change(() => ({ erased: 7 })))).toBe(`2027-05-24: the leaf of ${nordvik} says something else`);
    expect(broken(change(() => ({ clientId: kvarn })))).toBe(`2027-05-24: the leaf of ${kvarn} says something else`);
    expect(broken(change(() => ({ leaf: second.leaves[0] })))).toBe(
      `2027-05-24: the leaf of ${nordvik} says something else`,
    );
  });
});

describe('in a copy of the bucket', () => {
  const apart = (whose: string) => `2027-05-24: the objects of this day in the bucket do not make the leaf of ${whose}`;

  test.each([
    ['a sweep is gone', 0, 'the service'],
    ['the erasures of a client are gone', 2, sodra],
  ])('%s', (_, index, whose) => {
    expect(broken(first, { ...second, objects: second.objects.toSpliced(index, 1) })).toBe(apart(whose));
  });

  test('a record was erased at another time', () => {
    const objects = second.objects.map(({ name, text }, n) => ({
      name,
      text: n === 3 ? text.replace(/"erasedAtMs":\d/, '"erasedAtMs":2') : text,
    }));

    expect(broken(first, { ...second, objects })).toBe(apart(kvarn));
  });

  test('an object came later', () => {
    expect(broken(first, { ...second, objects: [...second.objects, erasedOn('2027-05-24', nordvik)] })).toBe(
      apart(nordvik),
    );
  });

  test('an object cannot be read', () => {
    const objects = [...second.objects, { name: 'days/2027-05-24/erased-x.json', text: '{' }];

    expect(broken(first, { ...second, objects })).toBe(
      '2027-05-24: days/2027-05-24/erased-x.json is no object of the evidence',
    );
  });
});
