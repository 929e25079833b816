// Ids: prefixed, sorting by time, and ranges that hold exactly what was made in them.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idPrefixes, idRange, idSchema, newId, userIdOf } from '#shared/ids.ts';

/** Of time 0 the library thinks that it was not given. */
const time = fc.integer({ min: 2, max: 2 ** 45 });

test('an id fits its own schema and no other', () => {
  const id = newId('message', 1_000);

  expect(idSchema('message').safeParse(id).success).toBe(true);
  expect(idSchema('client').safeParse(id).success).toBe(false);
  for (const wrong of [id.toLowerCase(), `${id}0`, id.slice(0, -1), `${id}\n`, id.replace(/.$/, 'U'), ''])
    expect(idSchema('message').safeParse(wrong).success).toBe(false);
});

test('ids sort by the time they were made at', () => {
  fc.assert(
    fc.property(time, time, (one, other) => {
      fc.pre(one < other);
      expect(newId('message', one) < newId('message', other)).toBe(true);
    }),
  );
});

test('a range holds what was made between its ends, both of them too, and nothing else', () => {
  fc.assert(
    fc.property(time, fc.nat(1_000), fc.constantFrom(-1, 0, 1), fc.boolean(), (from, length, beside, atItsEnd) => {
      const until = from + length;
      const at = (atItsEnd ? until : from) + beside;
      const range = idRange('message', from, until);
      const id = newId('message', at);

      expect(id >= range.from && id <= range.until).toBe(at >= from && at <= until);
    }),
  );
});

test('a range that begins before the epoch begins with it', () => {
  expect(idRange('message', -1, 0).from).toBe(`msg_${'0'.repeat(26)}`);
});

test('ten thousand ids of one moment are all different', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId('delivery', 1_000))).size).toBe(10_000);
});

test("a user's id in lower case, as a pool gives it back, is read; other names stay", () => {
  const id = newId('user', 1_000);

  expect([userIdOf(id.toLowerCase()), userIdOf(id), userIdOf('somebody')]).toEqual([id, id, 'somebody']);
});

test('the guide to the API lists the prefix of every kind, and no other', () => {
  const [, listed = ''] =
    /Ids are prefixed and sort by time: ([^.]*)\./.exec(readFileSync('docs/api.md', 'utf8')) ?? [];

  expect([...listed.matchAll(/`([a-z]+)_`/g)].map(([, prefix]) => prefix).toSorted()).toEqual(
    Object.values(idPrefixes).toSorted(),
  );
});
