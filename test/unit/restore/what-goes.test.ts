// What goes with a record that a restore buries.
import { describe, expect, it } from 'vitest';
import { goingOf } from '#restore/what-goes.ts';
import { Found } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';

describe('with a staff member', () => {
  it('goes what is remembered of a suppressed address of theirs, before the record by which it is found', () => {
    const erasure = { clientId: 'cli_1', recordId: 'stf_1', erasedAtMs: 0 };

    expect(goingOf(erasure, new Found(), [])).toEqual({
      first: [recordKeys.suppression('cli_1', 'stf_1')],
      last: [recordKeys.staff('cli_1', 'stf_1')],
    });
  });
});
