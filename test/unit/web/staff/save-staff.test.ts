// Saving against a register in which others write too.
import { describe, expect, test } from 'vitest';
import type { Outcome } from '#web/api/outcome.ts';
import { type Register, saveEdit, saveNew } from '#web/staff/save-staff.ts';
import { editable, emptyValue, type StaffMember, type StaffValue } from '#web/staff/staff-value.ts';

/** One record behind If-Match, and what was asked of it. */
class OneRecord implements Register {
  readonly asked: string[] = [];
  record: StaffMember;
  version = 1;
  readonly #keys = new Map<string, string>();
  lost = 0;
  /** Answers that it does not fit the description. */
  refusing = 0;

  constructor(value: Partial<StaffValue> = {}) {
    this.record = { ...emptyValue(), name: 'Anna', ...value, id: 'stf_1' } as unknown as StaffMember;
  }

  #answer(): Outcome<StaffMember> {
    return { kind: 'ok', value: structuredClone(this.record), etag: `"${this.version}"` };
  }

  write(patch: object): void {
    this.record = { ...this.record, ...patch };
    this.version += 1;
  }

  async read() {
    this.asked.push('read');
    return this.#answer();
  }

  async change(_staffId: string, patch: Partial<StaffValue>, etag: string): Promise<Outcome<StaffMember>> {
    this.asked.push(`change ${Object.keys(patch).join()}`);
    if (etag !== `"${this.version}"`) return { kind: 'problem', code: 'version-conflict', status: 412, fields: [] };
    this.write(patch);
    return this.#answer();
  }

  async create(body: StaffValue, key: string): Promise<Outcome<StaffMember>> {
    const text = JSON.stringify(body);
    const before = this.#keys.get(key);
    this.asked.push(`create ${body.name}`);
    if (this.refusing > 0) {
      this.refusing -= 1;
      return { kind: 'problem', code: 'invalid-request', status: 400, fields: [{ pointer: '/name', detail: '' }] };
    }
    if (before !== undefined && before !== text)
      return { kind: 'problem', code: 'idempotency-mismatch', status: 422, fields: [] };
    if (before === undefined) this.write(body);
    this.#keys.set(key, text);
    if (this.lost > 0) {
      this.lost -= 1;
      return { kind: 'away', why: 'timeout' };
    }
    return this.#answer();
  }
}

const readFrom = (register: OneRecord) => ({
  staffId: 'stf_1',
  etag: `"${register.version}"`,
  base: editable(register.record),
});

describe('a change', () => {
  test('sends what differs', async () => {
    const register = new OneRecord();
    const before = readFrom(register);

    const saving = await saveEdit(register, { ...before, mine: { ...before.base, title: 'Chef' } });

    expect(saving).toMatchObject({ kind: 'saved', member: { title: 'Chef' }, etag: '"2"', merged: false });
    expect(register.asked).toEqual(['change title']);
  });

  test('that somebody overtook elsewhere is saved with theirs, by itself', async () => {
    const register = new OneRecord();
    const before = readFrom(register);
    register.write({ department: 'Service' });

    const saving = await saveEdit(register, { ...before, mine: { ...before.base, title: 'Chef' } });

    expect(saving).toMatchObject({ kind: 'saved', merged: true, member: { title: 'Chef', department: 'Service' } });
    expect(register.asked).toEqual(['change title', 'read', 'change title']);
  });

  test('that somebody overtook in the same field is asked about, and nothing is written', async () => {
    const register = new OneRecord();
    const before = readFrom(register);
    register.write({ title: 'VD' });

    const saving = await saveEdit(register, { ...before, mine: { ...before.base, title: 'Chef' } });

    expect(saving).toMatchObject({ kind: 'clash', theirs: { title: 'VD' }, etag: '"2"' });
    expect(register.record.title).toBe('VD');
  });
});

describe('somebody new', () => {
  test('whose answer got lost is there once, with what was written since', async () => {
    const register = new OneRecord();
    const first = { ...emptyValue(), name: 'Disa' };
    register.lost = 1;

    const lost = await saveNew(register, { key: 'k', mine: first });
    const saving = await saveNew(register, { key: 'k', mine: { ...first, title: 'Säljare' }, sent: first });

    expect(lost).toMatchObject({ kind: 'refused', failure: { kind: 'away' } });
    expect(saving).toMatchObject({ kind: 'saved', member: { name: 'Disa', title: 'Säljare' } });
    expect(register.asked).toEqual(['create Disa', 'create Disa', 'change title']);
  });

  test('who could not be taken before is sent as it stands now', async () => {
    const register = new OneRecord();
    const first = { ...emptyValue(), name: '' };
    register.refusing = 1;

    const saving = await saveNew(register, { key: 'k', mine: { ...first, name: 'Disa' }, sent: first });

    expect(saving).toMatchObject({ kind: 'saved', member: { name: 'Disa' } });
    expect(register.asked).toEqual(['create ', 'create Disa']);
  });
});
