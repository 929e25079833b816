// Breaks one call of a whole journey, whichever it is: of DynamoDB, a provider, a topic, a queue; before its effect or after it.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { later, silent, type WayOut } from '#test/support/delivering.ts';
import { cancelled, occupied } from '#test/support/faults.ts';

/**
 * diesBefore, diesAfter: the process is gone, and does nothing more. refused: nothing has happened, and the process lives on
 * with the error. lost: it has happened, and the process is told that it failed. askedAgain: the answer was lost, and the SDK
 * has asked once more by itself. busy: another transaction holds the item, for a moment.
 */
export const faults = ['diesBefore', 'diesAfter', 'refused', 'lost', 'askedAgain', 'busy'] as const;
export type Fault = (typeof faults)[number];

/** How a call breaks, but for the deaths. */
type Breaks<T> = Partial<Record<Exclude<Fault, 'diesBefore' | 'diesAfter'>, (act: () => Promise<T>) => Promise<T>>>;

export interface Point {
  /** `send-sms UpdateCommand` */
  call: string;
  faults: readonly Fault[];
}

interface Process {
  name: string;
  dead: boolean;
}

class Died extends Error {
  override name = 'Died';
}

const failure = (name: string) => Object.assign(new Error(name), { name });
const throwing = (error: () => Error) => async () => {
  throw error();
};
const losing = async <T>(act: () => Promise<T>): Promise<never> => {
  await act();
  throw failure('TimeoutError');
};

export class BrokenCalls implements WayOut {
  readonly #processes = new AsyncLocalStorage<Process>();
  #points: Point[] = [];
  #faults: ReadonlyMap<number, Fault> = new Map();
  #writes = 0;
  #deaths = 0;

  /** Counts calls from here on, from 0. @param faults by the number of the call that breaks so. */
  arm(...faults: readonly (readonly [at: number, fault: Fault])[]): void {
    this.#points = [];
    this.#deaths = 0;
    this.#faults = new Map(faults);
  }

  /** The calls since `arm`, in order. */
  get points(): readonly Point[] {
    return this.#points;
  }

  /** Processes that have died since `arm`. */
  get deaths(): number {
    return this.#deaths;
  }

  /** Writes to the tables that have been asked for, ever. */
  get writes(): number {
    return this.#writes;
  }

  /** What `act` does it does as one process. @returns undefined where that died, or has thrown. */
  async process<T>(name: string, act: () => Promise<T>): Promise<{ value: T } | undefined> {
    const running: Process = { name, dead: false };
    try {
      const value = await this.#processes.run(running, act);
      return running.dead ? undefined : { value };
    } catch {
      return undefined;
    }
  }

  /** @param hasEffect false: a read, of which it does not matter whether it died before or after. */
  async around<T>(call: string, act: () => Promise<T>, breaks: Breaks<T>, hasEffect = true): Promise<T> {
    const process = this.#processes.getStore();
    if (!process) return act();
    if (process.dead) throw new Died();
    const deaths: Fault[] = hasEffect ? ['diesBefore', 'diesAfter'] : ['diesBefore'];
    const here = this.#points.push({
      call: `${process.name} ${call}`,
      faults: [...deaths, ...(Object.keys(breaks) as Fault[])],
    });
    const fault = this.#faults.get(here - 1);
    const die = () => {
      process.dead = true;
      this.#deaths += 1;
      return new Died();
    };
    if (fault === undefined || fault === 'diesAfter') {
      const answer = await act();
      if (fault) throw die();
      return answer;
    }
    const broken = fault === 'diesBefore' ? undefined : breaks[fault];
    // After another fault the call may be one that does not break so.
    if (!broken) throw die();
    return broken(act);
  }

  watch(client: DynamoDBDocumentClient): void {
    const send = client.send.bind(client) as (command: object) => Promise<unknown>;
    const watched = (command: object) => {
      const { name } = command.constructor;
      const isWrite = name === 'UpdateCommand' || name === 'TransactWriteCommand';
      if (isWrite) this.#writes += 1;
      return this.around(name, () => send(command), isWrite ? writeBreaks(name) : readBreaks, isWrite);
    };
    client.send = watched as typeof client.send;
  }

  provider: WayOut['provider'] = (ask) =>
    this.around('provider', ask, {
      refused: async () => later,
      lost: async (act) => {
        await act();
        return silent;
      },
    });

  topic: WayOut['topic'] = async (publish, count) => {
    if (count === 0) return [];
    const all = Array.from({ length: count }, (_, n) => n);
    return this.around('topic', publish, {
      refused: async () => all,
      lost: async (act) => {
        await act();
        return all;
      },
    });
  };

  /** A call of a queue. */
  queue(call: string, act: () => Promise<void>): Promise<void> {
    return this.around(call, act, { refused: throwing(() => failure('ServiceUnavailable')), lost: losing });
  }
}

const refusedRead = throwing(() => failure('ProvisionedThroughputExceededException'));
const readBreaks: Breaks<unknown> = { refused: refusedRead };

/** A transaction that is asked again by the SDK has its token with it, and is told as done; a single write has none. */
const writeBreaks = (name: string): Breaks<unknown> => ({
  refused: throwing(() => failure('ThrottlingException')),
  lost: losing,
  busy: throwing(name === 'UpdateCommand' ? occupied : () => cancelled('TransactionConflict', 'None')),
  ...(name === 'UpdateCommand' && {
    askedAgain: async (act: () => Promise<unknown>) => {
      await act();
      return act();
    },
  }),
});
