// What the browser keeps: ciphertext that its owner alone can open, for twelve hours.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { countRows, KEPT_MS, KeptStore, purge } from '#web/kept/store.ts';
import { disk, keyRange } from './fake-idb.ts';

vi.mock('idb', () => import('./fake-idb.ts'));

const NOW = 1_800_000_000_000;
let nowMs: number;
const storeOf = (subject: string) => KeptStore.openFor(subject, () => nowMs);
const onDisk = () => [...disk.rows.kept.values()];

beforeEach(() => {
  disk.clear();
  nowMs = NOW;
  vi.stubGlobal('IDBKeyRange', keyRange);
});

test('what is kept comes back, with when it was written', async () => {
  const store = await storeOf('anna');

  await store.put('draft', 'draft:desk', { matter: 'Kaklet' });

  expect(await store.get('draft:desk')).toEqual({ value: { matter: 'Kaklet' }, writtenAtMs: NOW });
});

test('whoever has the disk sees an id, a kind, a hash and an end, and a key that cannot be taken out', async () => {
  const store = await storeOf('anna');
  await store.put('draft', 'draft:desk', { matter: 'Kaklet kommer' });

  const [row] = onDisk();
  const [made] = [...disk.rows.keys.values()];

  expect(Object.keys(row ?? {}).sort()).toEqual(['endsAt', 'id', 'iv', 'kind', 'owner', 'sealed']);
  expect(row?.owner).toMatch(/^[0-9a-f]{64}$/);
  expect(Buffer.from(row?.sealed ?? new ArrayBuffer()).toString('latin1')).not.toContain('Kaklet');
  await expect(crypto.subtle.exportKey('raw', made?.key as CryptoKey)).rejects.toThrow('extractable');
});

test('the same twice is not the same on the disk', async () => {
  const store = await storeOf('anna');
  await store.put('draft', 'draft:a', 'Kaklet');
  await store.put('draft', 'draft:b', 'Kaklet');

  const [one, other] = onDisk().map(({ sealed }) => Buffer.from(sealed ?? new ArrayBuffer()).toString('hex'));

  expect(one).not.toBe(other);
});

describe('another person in the same browser', () => {
  test('finds nothing', async () => {
    await (await storeOf('anna')).put('draft', 'draft:desk', 'Annas');
    const bo = await storeOf('bo');

    expect([await bo.get('draft:desk'), await bo.all('draft')]).toEqual([undefined, []]);
  });

  test('cannot open a row that is put among theirs', async () => {
    await (await storeOf('anna')).put('draft', 'draft:desk', 'Annas');
    const bo = await storeOf('bo');
    await bo.put('draft', 'draft:mine', 'Bos');
    const [annas, bos] = onDisk();
    disk.rows.kept.set(JSON.stringify([bos?.owner, 'draft:desk']), { ...annas, owner: bos?.owner ?? '' });

    expect(await bo.get('draft:desk')).toBeUndefined();
  });
});

test('a row in the place of another of the same person does not open', async () => {
  const store = await storeOf('anna');
  await store.put('draft', 'draft:a', 'A');
  const [row] = onDisk();
  disk.rows.kept.set(JSON.stringify([row?.owner, 'draft:b']), { ...row, owner: row?.owner ?? '', id: 'draft:b' });

  expect(await store.get('draft:b')).toBeUndefined();
});

describe('after twelve hours', () => {
  test('a row is gone at the next reading, whosever it is', async () => {
    const anna = await storeOf('anna');
    await anna.put('draft', 'draft:desk', 'Annas');
    nowMs += KEPT_MS;

    await (await storeOf('bo')).get('draft:nothing');

    expect(onDisk()).toEqual([]);
  });

  test('an item that is tried again and again is no younger for it', async () => {
    const store = await storeOf('anna');
    await store.put('outbox', 'outbox:1', { tries: 0 }, NOW);
    nowMs += KEPT_MS - 1;
    await store.put('outbox', 'outbox:1', { tries: 40 }, NOW);
    const before = onDisk().length;
    nowMs += 1;

    await purge(nowMs);

    expect([before, onDisk().length]).toEqual([1, 0]);
  });

  test('a key that opens nothing any more goes too, and one that was made just now stays', async () => {
    await (await storeOf('anna')).put('draft', 'draft:desk', 'Annas');
    nowMs += KEPT_MS;
    await (await storeOf('bo')).put('draft', 'draft:desk', 'Bos');

    await purge(nowMs);

    expect(disk.rows.keys.size).toBe(1);
  });
});

test('signing out leaves neither rows nor key, and what is sealed meanwhile is not put back', async () => {
  const store = await storeOf('anna');
  const other = await storeOf('bo');
  await other.put('draft', 'draft:desk', 'Bos');
  await store.put('draft', 'draft:a', 'A');

  await store.forget();
  const late = await storeOf('anna');
  await Promise.all([late.put('draft', 'draft:late', 'Sent'), late.forget()]);

  expect(onDisk().filter(({ id }) => id !== 'draft:desk')).toEqual([]);
  expect(await other.get('draft:desk')).toMatchObject({ value: 'Bos' });
});

test('a locked screen counts what waits, and not what is over', async () => {
  const store = await storeOf('anna');
  await store.put('outbox', 'outbox:1', 'A');
  await store.put('outbox', 'outbox:2', 'B', NOW - KEPT_MS);
  await store.put('draft', 'draft:desk', 'C');

  expect(await countRows('outbox', nowMs)).toBe(1);
});

test('all of a kind come oldest first', async () => {
  const store = await storeOf('anna');
  await store.put('outbox', 'outbox:b', 'later', NOW + 1);
  await store.put('outbox', 'outbox:a', 'earlier', NOW);

  expect((await store.all('outbox')).map(({ value }) => value)).toEqual(['earlier', 'later']);
});

describe('for several tabs', () => {
  test('what is put again where it does not lie any more is not there', async () => {
    const store = await storeOf('anna');
    await store.put('outbox', 'outbox:1', 'Kaklet');
    const known = await store.putAgain('outbox', 'outbox:1', 'Kaklet kommer', NOW);

    const taken = [await store.take('outbox:1'), await store.take('outbox:1')];

    expect([known, taken, await store.putAgain('outbox', 'outbox:1', 'Kaklet', NOW)]).toEqual([
      true,
      [true, false],
      false,
    ]);
    expect(await store.get('outbox:1')).toBeUndefined();
  });
});
