// The log of an error: where it happened, and nothing that its words may quote.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '#shared/log.ts';

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(line));
});
afterEach(() => vi.restoreAllMocks());

describe('an error in the log', () => {
  it('is its name, its cause and its frames', () => {
    const error = new TypeError('Ring Eva Ek', { cause: new RangeError('Eva Ek') });

    log.error('order-failed', error, { requestId: 'request' });

    const line = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({
      level: 'error',
      event: 'order-failed',
      requestId: 'request',
      error: 'TypeError',
      cause: 'RangeError',
    });
    expect(line.stack).toMatch(/^ +at .*log\.test\.ts/);
  });

  it.each([
    'Ring Eva Ek',
    'En fågel\nat Eva Ek, at home',
    'Flera rader\n    at Eva Ek (hemma:1:2)\noch en till',
    'at Eva Ek',
  ])('tells nothing of the words %j', (words) => {
    log.error('order-failed', new Error(words));

    expect(lines.join()).not.toContain('Eva Ek');
    expect(JSON.parse(lines[0] ?? '').stack).toContain('log.test.ts');
  });

  it('tells nothing of what is thrown and is no error', () => {
    log.error('order-failed', 'Ring Eva Ek');

    expect(lines).toEqual([JSON.stringify({ level: 'error', event: 'order-failed', error: 'string' })]);
  });
});
