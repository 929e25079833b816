// --tape: what the functions and AWS's services tell each other, one JSON line each, in DATA_DIR/tape.jsonl.
import { isUtf8 } from 'node:buffer';
import { appendFileSync } from 'node:fs';
import type { Clock } from '#local/clock.ts';
import type { Functions, LocalFunction } from '#local/functions.ts';
import { labelOf } from '#local/thread.ts';

/** What a function asked of a service. DynamoDB it asks itself, past the runner: its stream has every version. */
interface Call {
  /** `AmazonSQS.DeleteMessage`, `SNS.PublishBatch`, or method and path where the path says it. */
  readonly call: string;
  /** As it was sent: JSON or a form; of bytes that are no text their base64, and then `encoding` says so. */
  readonly body: string;
  readonly encoding?: 'base64';
  /** null: never answered. */
  readonly status: number | null;
}

/** What a queue, a stream or a schedule gave a function. */
export interface Given {
  readonly to: string;
  readonly event: unknown;
}

export type Taped = (Call | Given) & {
  /** RFC 3339, by the functions' clock. */
  readonly at: string;
};

export interface Tape {
  call(call: string, body: Buffer, status: number | null): void;
  /** The same functions, with their events on the tape. */
  listening(functions: Functions): Functions;
}

export const noTape: Tape = { call: () => undefined, listening: (functions) => functions };

export function openTape(path: string, clock: Clock): Tape {
  const write = (line: Call | Given) => {
    const taped: Taped = { at: new Date(clock.nowMs()).toISOString(), ...line };
    appendFileSync(path, `${JSON.stringify(taped)}\n`);
  };
  const heard = (one: LocalFunction): LocalFunction => ({
    ...one,
    invoke(event) {
      write({ to: labelOf(one.name), event });
      return one.invoke(event);
    },
  });
  return {
    call(call, body, status) {
      if (isUtf8(body)) write({ call, body: body.toString(), status });
      else write({ call, body: body.toString('base64'), encoding: 'base64', status });
    },
    listening: (functions) => ({
      ...functions,
      all: functions.all.map(heard),
      named: (nameOrArn) => heard(functions.named(nameOrArn)),
    }),
  };
}
