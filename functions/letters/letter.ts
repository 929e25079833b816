// Orders a letter: a job for the transaction of what it tells about.
import { newJob } from '#jobs/job.ts';
import { type LetterAbout, type LetterTo, letterAbouts, lettersTo } from '#letters/about.ts';
import type { App } from '#shared/app.ts';
import { SERVICE } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

export interface Letter {
  /** Whom it is about; SERVICE: ourselves, and then nobody but officers is told. */
  clientId: string;
  to: LetterTo;
  about: LetterAbout;
  /** What it is about: the id by which its page is found. */
  refId: string;
  /** `YYYY-MM-DD`: until when something is to be done, or from when it holds. */
  day?: string;
}

const SEPARATOR = '.';

/** As one reference: codes, an id and a day. */
export const letterRef = ({ to, about, refId, day = '' }: Omit<Letter, 'clientId'>): string =>
  [to, about, refId, day].join(SEPARATOR);

/** @throws Error for what `letterRef` did not make. */
export function letterOf(clientId: string, ref: string): Letter {
  const [to, about, refId, day] = ref.split(SEPARATOR);
  if (!lettersTo.includes(to as LetterTo) || !letterAbouts.includes(about as LetterAbout) || !refId)
    throw new Error('Not the reference of a letter');
  return { clientId, to: to as LetterTo, about: about as LetterAbout, refId, ...(day && { day }) };
}

/** One write of 2 units in the transaction, and 2 for the index. Nobody is written to before it is committed. */
export const letter = (app: App, { clientId, ...ordered }: Letter): Write[] =>
  clientId === SERVICE && ordered.to === 'admins'
    ? []
    : newJob(app, { clientId, work: 'letter', refId: letterRef(ordered), askedBy: SERVICE }).writes;
