// Sentences that are put together of what the API says: who is in, whether calls may be put through, until when, why.
import type { DeskView, PersonHit, Why } from '#web/desk/desk-types.ts';
import { whenWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

type Connect = PersonHit['connect'];
interface Availability {
  readonly state: 'in' | 'away';
  readonly until: string | null;
  readonly reason: string | null;
}

export const momentWords = (at: string, nowMs: number): string => whenWords(at, nowMs, language());

export function reasonWord(reason: string | null): string {
  const known: Readonly<Record<string, string>> = t.parts.reasons;
  // A caller is never told "other".
  const isNamed = reason !== null && reason !== 'other' && Object.hasOwn(known, reason);
  return (isNamed && known[reason]) || t.parts.reasons.away;
}

/** "Lunch, åter 13.00", "På plats"; of a protected person nothing is known, and nothing is said. */
export function availabilityWords(availability: Availability | null, nowMs: number): string {
  if (!availability) return '';
  if (availability.state === 'in') return t.desk.isIn;
  const reason = reasonWord(availability.reason);
  return availability.until ? `${reason}, ${t.parts.backAt(momentWords(availability.until, nowMs))}` : reason;
}

export const connectWords = (connect: Connect): string =>
  ({ yes: t.desk.connectYes, ask: t.desk.connectAsk, no: t.desk.connectNo })[connect];

export function openWords({ isOpen, until, from }: DeskView['open'], nowMs: number): string {
  if (isOpen) return until ? t.desk.openUntil(momentWords(until, nowMs)) : t.desk.alwaysOpen;
  return from ? t.desk.closedUntil(momentWords(from, nowMs)) : t.desk.closed;
}

/** "varför: frånvaro · gäller till 13.00" */
export function whyWords({ source, name }: Why, until: string | null, nowMs: number): string {
  const why = name ? `${t.desk.sources[source]}, ${name}` : t.desk.sources[source];
  return until ? `${why} · ${t.desk.holdsUntil(momentWords(until, nowMs))}` : why;
}

/** What may have come to an end since it was read. */
export const isOver = (until: string | null, nowMs: number): boolean => until !== null && Date.parse(until) < nowMs;

/** What is first to know of a person, for ears: the words to say, and whether calls go through. */
export const spokenWords = ({ answer, availability, connect, protected: isHidden }: PersonHit, nowMs: number): string =>
  [
    answer.words,
    isHidden && t.desk.protectedHint,
    availability && `${availabilityWords(availability, nowMs)}. ${connectWords(connect)}.`,
  ]
    .filter(Boolean)
    .join(' ');
