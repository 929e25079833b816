// The log: one JSON line each, of ids, codes and counts. The type leaves no room for personal data.
import type { IdKind } from '#shared/ids.ts';

export type LogFields = Partial<Record<`${IdKind}Id`, string>> & {
  route?: string;
  requestId?: string;
  code?: string;
  status?: number;
  count?: number;
  minutes?: number;
  channel?: string;
  state?: string;
  /** Of UTC: `2027-05-23`. */
  day?: string;
};

/** A place in the code. A line of a message may begin as one does, but says no such place. */
const FRAME = /^ {4}at (?:.* \()?(?:file:|node:|\/)\S+:\d+:\d+\)?$/;

/** A stack without its message: the words of an unforeseen error may quote data. */
function describe(error: unknown): { error: string; stack?: string; cause?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => FRAME.test(line));
  return {
    error: error.name,
    stack: frames.slice(0, 8).join('\n'),
    ...(error.cause instanceof Error && { cause: error.cause.name }),
  };
}

const write = (level: 'info' | 'warn' | 'error', event: string, fields: object) =>
  console[level](JSON.stringify({ level, event, ...fields }));

export const log = {
  info: (event: string, fields: LogFields = {}) => write('info', event, fields),
  warn: (event: string, fields: LogFields = {}) => write('warn', event, fields),
  error: (event: string, error: unknown, fields: LogFields = {}) =>
    write('error', event, { ...fields, ...describe(error) }),
};
