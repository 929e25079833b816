// What does a job: its worker, and what a worker is given.
import type { Job, Work } from '#jobs/job.ts';

export interface Progress {
  done: number;
  total?: number;
  /** Where a run after this one goes on: ids and numbers only. Left out: it stays as it is. */
  at?: string;
}

export interface JobRun {
  /** False when the time is nearly up: note where you are, and return 'more'. Ask before each page. */
  mayGoOn(): boolean;
  /**
   * Writes down how far the job is: 1 unit. What is done after it may be done again after a crash. Only with a place to go on
   * from does the job count as having come on: without one a run that dies begins anew.
   * @throws LeaseLostError where another run has it by now: stop, and write nothing more.
   */
  note(progress: Progress): Promise<void>;
}

/**
 * Does a job, from `job.at` on. It may run twice, and die anywhere: what it writes is conditional or the same each time.
 * @returns 'more' where the time was up and it came on: it is run again at once. A job whose record is gone is 'done'.
 * @throws anything: it is run again, later each time, and given up after five runs in which it did not come on.
 */
export type Worker<A> = (app: A, job: Job, run: JobRun) => Promise<'done' | 'more'>;

/** One for each kind of work. */
export type Workers<A> = Readonly<Partial<Record<Work, Worker<A>>>>;

/** Another run has the job: this one was thought dead. */
export class LeaseLostError extends Error {
  override name = 'LeaseLostError';
}
