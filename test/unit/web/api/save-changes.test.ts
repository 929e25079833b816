// Saving against somebody who was faster.
import { expect, test } from 'vitest';
import type { Failure, Outcome } from '#web/api/outcome.ts';
import { saveChanges } from '#web/api/save-changes.ts';

interface Client {
  name: string;
  town: string;
}

const stale: Failure = { kind: 'problem', code: 'version-conflict', status: 412, fields: [] };
const ok = <T>(value: T): Outcome<T> => ({ kind: 'ok', value, etag: null });

/** A service that holds a record at a version, and what it was sent. */
function aService(held: { value: Client; etag: string }, refusals: Failure[] = []) {
  const sent: [Partial<Client>, string][] = [];
  return {
    sent,
    ways: {
      send: async (changes: Partial<Client>, etag: string): Promise<Outcome<unknown>> => {
        sent.push([changes, etag]);
        const refusal = etag === held.etag ? refusals.shift() : stale;
        return refusal ?? ok({});
      },
      readAgain: async () => ok(held),
    },
  };
}

const base = { name: 'Nordvik', town: 'Uppsala' };
const renamed = { base, mine: { ...base, name: 'Nordvik Bygg' }, etag: '"1"' };

test('what differs is sent at the version that it began from', async () => {
  const { ways, sent } = aService({ value: base, etag: '"1"' });

  expect(await saveChanges(renamed, ways)).toEqual({ kind: 'saved', isMerged: false });
  expect(sent).toEqual([[{ name: 'Nordvik Bygg' }, '"1"']]);
});

test('where somebody changed another field both changes are kept, and only ours is sent again', async () => {
  const { ways, sent } = aService({ value: { ...base, town: 'Gävle' }, etag: '"2"' });

  expect(await saveChanges(renamed, ways)).toEqual({ kind: 'saved', isMerged: true });
  expect(sent.at(-1)).toEqual([{ name: 'Nordvik Bygg' }, '"2"']);
});

test('where somebody changed the same field it is asked, and nothing more is sent', async () => {
  const { ways, sent } = aService({ value: { ...base, name: 'Nordvik AB' }, etag: '"2"' });

  const came = await saveChanges(renamed, ways);

  expect(came).toMatchObject({ kind: 'clash', etag: '"2"', clashes: [{ mine: 'Nordvik Bygg', theirs: 'Nordvik AB' }] });
  expect(sent).toHaveLength(1);
});

test('a refusal is given back with what was to be sent', async () => {
  const refusal: Failure = { kind: 'problem', code: 'invalid-request', status: 400, fields: [] };
  const { ways } = aService({ value: base, etag: '"1"' }, [refusal]);

  expect(await saveChanges(renamed, ways)).toEqual({ kind: 'refused', failure: refusal, begun: renamed });
});

test('whoever is always slower is told so after three times', async () => {
  let version = 1;
  const ways = {
    send: async (): Promise<Outcome<unknown>> => stale,
    readAgain: async () => ok({ value: base, etag: `"${++version}"` }),
  };

  expect(await saveChanges(renamed, ways)).toMatchObject({ kind: 'refused', failure: stale });
  expect(version).toBe(3);
});

test('without a difference nothing is sent', async () => {
  const { ways, sent } = aService({ value: base, etag: '"1"' });

  expect(await saveChanges({ base, mine: { ...base }, etag: '"1"' }, ways)).toMatchObject({ kind: 'saved' });
  expect(sent).toEqual([]);
});
