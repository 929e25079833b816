// What went out: one line a sent e-mail or SMS, written to DATA_DIR before the sender hears that it was accepted.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

export interface Sent {
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly from?: string;
  readonly subject?: string;
  readonly text: string;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** RFC 3339, by the functions' clock. */
  readonly at: string;
}

export interface Outbox {
  add(sent: Sent): void;
  /** Newest first. */
  list(): Sent[];
  clear(): void;
}

export function openOutbox(path: string): Outbox {
  let sent: Sent[] = readLines(path);
  return {
    add(one) {
      appendFileSync(path, `${JSON.stringify(one)}\n`);
      sent.push(one);
    },
    list: () => sent.toReversed(),
    clear() {
      writeFileSync(path, '');
      sent = [];
    },
  };
}

function readLines(path: string): Sent[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  // A line that a crash cut short was never confirmed to anybody; it is closed, so that the next one stands alone.
  const complete = text.slice(0, text.lastIndexOf('\n') + 1);
  if (complete.length < text.length) writeFileSync(path, complete);
  return complete
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sent);
}
