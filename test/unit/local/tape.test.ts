// The tape: what is said on it, and that who listens changes nothing.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Functions, LocalFunction } from '#local/functions.ts';
import { openTape, type Tape } from '#local/tape.ts';

let folder: string;
let tape: Tape;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'answeronline-tape-'));
  tape = openTape(join(folder, 'tape.jsonl'), {
    offset: new Float64Array(1),
    nowMs: () => Date.parse('2027-05-23T10:00:00Z'),
    moveTo: () => undefined,
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const lines = () =>
  readFileSync(join(folder, 'tape.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const aFunction = (given: unknown[]): LocalFunction => ({
  name: 'sendEmail0A1B2C3D',
  arn: 'arn:send-email',
  logicalId: 'SendEmail',
  timeoutMs: 1000,
  warm: async () => undefined,
  async invoke(event) {
    given.push(event);
    return 'done';
  },
});

describe('the tape', () => {
  it('has each call as it was sent, bytes that are no text in base64 with a word that says so, and one that was never answered', () => {
    tape.call('SNS.Publish', Buffer.from('Message=Hej+å'), 200);
    tape.call('PUT /bucket/key', Buffer.from([0xff, 0xfe]), null);

    expect(lines()).toEqual([
      { at: '2027-05-23T10:00:00.000Z', call: 'SNS.Publish', body: 'Message=Hej+å', status: 200 },
      { at: '2027-05-23T10:00:00.000Z', call: 'PUT /bucket/key', body: '//4=', encoding: 'base64', status: null },
    ]);
  });

  it('has each event that a function is given, and the function gets it and answers as before', async () => {
    const given: unknown[] = [];
    const one = aFunction(given);
    const functions: Functions = { all: [one], named: () => one, stop: async () => undefined };

    const answer = await tape.listening(functions).named('arn:send-email').invoke({ Records: [] });

    expect([answer, given]).toEqual(['done', [{ Records: [] }]]);
    expect(lines()).toEqual([{ at: '2027-05-23T10:00:00.000Z', to: 'sendEmail', event: { Records: [] } }]);
  });
});
