// The journal of a restore: a file of lines, each written before what it tells is done; a run after a crash goes on in it.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Finding, findings, type JournalEntry } from '#restore/app.ts';

export interface Journal {
  note(entry: JournalEntry): void;
  /** Each thing once, also of earlier runs. */
  of(finding: Finding): JournalEntry[];
}

export function fileJournal(path: string): Journal {
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : '';
  // A line that was being written when the process died has no end, and goes.
  const whole = kept.slice(0, kept.lastIndexOf('\n') + 1);
  if (whole !== kept) writeFileSync(path, whole);
  const lines = whole.split('\n').filter((line) => line !== '');
  const known = new Map(lines.map((line) => [line, JSON.parse(line) as JournalEntry]));
  return {
    note(entry) {
      const line = JSON.stringify(entry);
      if (known.has(line)) return;
      appendFileSync(path, `${line}\n`);
      known.set(line, entry);
    },
    of: (finding) => [...known.values()].filter((entry) => entry.finding === finding),
  };
}

/** What each finding is to the engineer who reads it. */
const meanings: Record<Finding, string> = {
  erased: 'erased, as the evidence says',
  withoutKey: 'erased: the key is gone, and the evidence hears of it with the next sweep',
  opensAsThen: 'CHANGED SINCE, AND AS THEY WERE: what was taken out since is in them again, look each through',
  toFillIn: 'CHANGED SINCE, AND EMPTY: fill them in by an edit',
  roleOfThen: 'MEMBERSHIPS WHOSE ROLE WAS CHANGED SINCE: it is that of then, look each through',
  textLost: 'MESSAGES THAT WERE CORRECTED SINCE, AND ARE WITHOUT THEIR TEXT: tell their clients',
  noteLost: 'messages without their note, which was changed since',
  shortened: 'messages with a retention that was shortened since',
  unknown: 'deliveries that were under way: unknown, each with a task',
  takenSince: 'MESSAGES TAKEN SINCE, AND LOST: tell their clients',
};

/** Those that somebody has to do something about. */
const toBeListed = new Set<Finding>(['opensAsThen', 'toFillIn', 'roleOfThen', 'textLost', 'noteLost', 'takenSince']);

export function summaryOf(journal: Journal): string[] {
  return findings.flatMap((finding) => {
    const entries = journal.of(finding);
    const head = `${String(entries.length).padStart(7)}  ${meanings[finding]}`;
    return toBeListed.has(finding)
      ? [head, ...entries.map(({ clientId, recordId }) => `         ${clientId} ${recordId}`)]
      : [head];
  });
}
