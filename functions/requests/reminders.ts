// When whom is reminded of a subject request: a table of moments, and which of them is next. Pure.
import type { TaskMatter } from '#attention/matters.ts';
import { addDaysTo, localOf } from '#calendar/local-time.ts';
import type { LetterAbout, LetterTo } from '#letters/about.ts';
import { endOf, morningOf } from '#requests/clocks.ts';
import type { RequestFields, RequestRow } from '#requests/store.ts';
import { SERVICE } from '#shared/tables.ts';

/** `clientId`: of our own records there is no client to tell. */
type Of = RequestFields & Pick<RequestRow, 'clientId'>;

interface Reminder {
  about: LetterAbout;
  to: readonly LetterTo[];
  /** For a supervisor. */
  task?: TaskMatter;
  /** The day that it names; absent: the deadline. */
  day?: 'forwardBy';
  /** In order of time. */
  moments(request: Of): number[];
  /** After the last of them every seven days, until it is over. */
  weekly?: true;
  /** From when on it would be pointless. */
  until?(request: Of): number;
}

const WEEK_DAYS = 7;
/** Before the deadline. */
const BEFORE_DAYS = [7, 2];
const beforeDeadline = ({ deadline }: RequestFields) =>
  BEFORE_DAYS.map((days) => morningOf(addDaysTo(deadline, -days)));
/** For a client that has heard nothing for a week. */
const weekAfterForwarding = ({ forwardedAtMs }: RequestFields) =>
  forwardedAtMs === undefined ? [] : [morningOf(addDaysTo(localOf(forwardedAtMs).date, WEEK_DAYS))];
const untilForwarded =
  (moment: (request: Of) => number): Reminder['moments'] =>
  (request) =>
    request.state === 'received' && request.clientId !== SERVICE ? [moment(request)] : [];
const whileIt =
  (state: RequestFields['state'], moments: Reminder['moments']): Reminder['moments'] =>
  (request) =>
    request.state === state ? moments(request) : [];

const reminders: readonly Reminder[] = [
  {
    about: 'requestToForward',
    to: ['officers'],
    day: 'forwardBy',
    moments: untilForwarded(({ forwardBy }) => morningOf(forwardBy)),
    until: ({ forwardBy }) => endOf(forwardBy),
  },
  {
    about: 'requestNotForwarded',
    to: ['officers'],
    day: 'forwardBy',
    task: 'requestNotForwarded',
    moments: untilForwarded(({ forwardBy }) => endOf(forwardBy)),
  },
  {
    about: 'requestAwaitsInstruction',
    to: ['admins'],
    moments: whileIt('forwarded', (request) =>
      [...weekAfterForwarding(request), ...beforeDeadline(request)].sort((one, other) => one - other),
    ),
    until: ({ deadline }) => endOf(deadline),
  },
  {
    about: 'requestDueSoon',
    to: ['officers'],
    moments: beforeDeadline,
    until: ({ deadline }) => endOf(deadline),
  },
  {
    about: 'requestLate',
    to: ['officers', 'admins'],
    task: 'requestLate',
    moments: ({ deadline }) => [endOf(deadline)],
    weekly: true,
  },
];

/** The first moment of a reminder after another moment; undefined where there is none any more. */
function nextOf({ moments, weekly }: Reminder, request: Of, afterMs: number): number | undefined {
  const all = moments(request);
  const next = all.find((ms) => ms > afterMs);
  const last = all.at(-1);
  if (next !== undefined || !weekly || last === undefined) return next;
  let { date } = localOf(last - 1);
  while (endOf(date) <= afterMs) date = addDaysTo(date, WEEK_DAYS);
  return endOf(date);
}

export interface Due {
  about: LetterAbout;
  to: readonly LetterTo[];
  task: TaskMatter | undefined;
  /** Until when. */
  day: string;
}

/** What is to be said by now and has not been: each once, however long nobody has looked. */
export const dueReminders = (request: Of, nowMs: number): Due[] =>
  request.state === 'closed'
    ? []
    : reminders
        .filter((one) => (nextOf(one, request, request.remindedAtMs) ?? Number.POSITIVE_INFINITY) <= nowMs)
        .filter(({ until }) => until === undefined || nowMs < until(request))
        .map(({ about, to, task, day }) => ({ about, to, task, day: request[day ?? 'deadline'] }));

/** When somebody looks at the request again: at the next reminder, or at its own end. */
export function nextDueMs(request: Of): number {
  if (request.endsAtMs !== undefined) return request.endsAtMs;
  const moments = reminders.map((one) => nextOf(one, request, request.remindedAtMs));
  return Math.min(...moments.filter((ms) => ms !== undefined));
}
