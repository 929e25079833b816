// The journal of a restore: what was found out survives the process that found it.
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { fileJournal, summaryOf } from '#bin/restore/journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'answeronline-restore-'));
afterAll(() => rmSync(folder, { recursive: true }));

const entry = { finding: 'toFillIn', clientId: 'cli_1', recordId: 'stf_1' } as const;
let path: string;
let files = 0;
beforeEach(() => {
  files += 1;
  path = join(folder, `${files}.jsonl`);
});

test('a later run knows what an earlier one has told, each thing once', () => {
  fileJournal(path).note(entry);

  const later = fileJournal(path);
  later.note(entry);
  later.note({ ...entry, recordId: 'stf_2' });

  expect(fileJournal(path).of('toFillIn')).toEqual([entry, { ...entry, recordId: 'stf_2' }]);
});

test('a line that was never ended is left out, and what comes after it is not', () => {
  fileJournal(path).note(entry);
  appendFileSync(path, '{"finding":"noteL');

  fileJournal(path).note({ ...entry, recordId: 'stf_2' });

  expect(fileJournal(path).of('toFillIn')).toHaveLength(2);
});

test('the summary counts everything, and lists what somebody has to do something about', () => {
  const journal = fileJournal(path);
  journal.note(entry);
  journal.note({ finding: 'unknown', clientId: 'cli_1', recordId: 'dlv_1' });

  const summary = summaryOf(journal).join('\n');

  expect(summary).toContain('cli_1 stf_1');
  expect(summary).toMatch(/1 {2}deliveries that were under way/);
  expect(summary).not.toContain('dlv_1');
});
