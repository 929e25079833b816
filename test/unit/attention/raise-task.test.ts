// Tasks without a message: one for each matter of each thing.
import { expect, test } from 'vitest';
import { matterTaskId } from '#attention/raise-task.ts';
import { idSchema, newId } from '#shared/ids.ts';

test('a matter of a thing has one id, which sorts by when the thing was made', () => {
  const [early, late] = [newId('request', 1_000_000), newId('request', 2_000_000)];

  const ids = [
    matterTaskId({ about: 'requestLate', refId: early }),
    matterTaskId({ about: 'requestNotForwarded', refId: early }),
    matterTaskId({ about: 'requestLate', refId: late }),
  ];

  expect(matterTaskId({ about: 'requestLate', refId: early })).toBe(ids[0]);
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(idSchema('task').safeParse(id).success).toBe(true);
  expect([...ids].sort().at(-1)).toBe(ids[2]);
});
