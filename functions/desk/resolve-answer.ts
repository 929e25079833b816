// What to tell a caller now, and which rule says so: pure, from what has been read.
import { type OpenState, openStateAt } from '#calendar/open-state.ts';
import { winner } from '#calendar/specificity.ts';
import type { When } from '#calendar/when.ts';
import { endsAt } from '#calendar/when-holds.ts';
import type { OpenedAnswering } from '#clients/answering.ts';
import type { OpenedClient } from '#clients/store.ts';
import { answerWords } from '#desk/answer-words.ts';
import type { WonRule } from '#messages/answer-reference.ts';
import type { Language } from '#shared/fields.ts';
import { absenceWords, momentWords } from '#staff/absence-words.ts';
import { answerNoteAt } from '#staff/answer-notes.ts';
import { availabilityAt } from '#staff/availability.ts';
import type { OpenedStaff } from '#staff/store.ts';

export interface RuleRef extends WonRule {
  /** What people call the rule. */
  name: string | null;
}

export interface Answer {
  words: string;
  why: RuleRef;
  /** When the rule that won ends by itself; null: not of itself. */
  untilMs: number | null;
}

export interface Question {
  nowMs: number;
  /** The caller's, by the number that was called. */
  language: Language;
  client: OpenedClient;
  answering: OpenedAnswering | undefined;
  /** Whom the caller asks for; without one, the answer is that of the client. */
  staff?: OpenedStaff | undefined;
  /** The called number: rules that are bound to another do not hold. */
  line?: string | undefined;
}

/** In the order in which they are asked: the first that has something to say has the word. */
const askedInOrder = [protection, absence, answerNote, clientRule, openingHours];

export function resolveAnswer(question: Question): Answer {
  for (const ask of askedInOrder) {
    const answer = ask(question);
    if (answer) return answer;
  }
  return byDefault(question);
}

type Asked = Pick<Question, 'nowMs' | 'language'> & { state: OpenState };
const answered = new WeakMap<OpenedAnswering, Asked>();

/** Once for all the hits of a search: hours around the clock are followed for 400 days, which takes a millisecond. */
export function openStateOf({ answering, nowMs, language }: Omit<Question, 'client'>): OpenState {
  if (!answering) return openStateAt(null, nowMs, language);
  const before = answered.get(answering);
  if (before?.nowMs === nowMs && before.language === language) return before.state;
  const state = openStateAt(answering.value.hours, nowMs, language);
  answered.set(answering, { nowMs, language, state });
  return state;
}

/** In the language of the call where it is there, else in the other. */
export const textIn = (text: { sv: string | null; en: string | null }, language: Language): string | null =>
  text[language] ?? text.sv ?? text.en;

const ofStaff = (
  { id, version }: OpenedStaff,
  source: WonRule['source'],
  rule?: { id: string; name?: string | null },
) => ({
  source,
  of: id,
  version,
  ruleId: rule?.id ?? null,
  name: rule?.name ?? null,
});

/** Nobody is told whether somebody with a protected identity works there: not even by an answer unlike the others. */
function protection({ staff, language }: Question): Answer | undefined {
  if (!staff?.value.protected) return undefined;
  return { words: answerWords[language].protected, why: ofStaff(staff, 'protected'), untilMs: null };
}

/** Of somebody who is not active no word is passed on. */
const isActive = (staff: OpenedStaff | undefined): staff is OpenedStaff => staff?.value.active === true;

function absence({ staff, nowMs, language }: Question): Answer | undefined {
  if (!isActive(staff)) return undefined;
  const { away } = availabilityAt(staff.value, nowMs);
  if (!away) return undefined;
  const words = absenceWords(away, { name: staff.value.name, language, nowMs });
  return { words, why: ofStaff(staff, 'absence', away), untilMs: away.untilMs };
}

/** One with times before the one without; the note is in the person's words, whatever the language of the call. */
function answerNote(question: Question): Answer | undefined {
  const { staff, nowMs } = question;
  if (!isActive(staff)) return undefined;
  const { open: isOpen } = openStateOf(question);
  const timed = answerNoteAt(staff.value, { ms: nowMs, isOpen });
  if (timed)
    return {
      words: timed.text,
      why: ofStaff(staff, 'answerNote', timed),
      untilMs: untilOf(timed.when, question),
    };
  const { answerNote: words } = staff.value;
  return words === null ? undefined : { words, why: ofStaff(staff, 'answerNote'), untilMs: null };
}

function clientRule(question: Question): Answer | undefined {
  const { answering, nowMs, line, language } = question;
  if (!answering) return undefined;
  const { open: isOpen } = openStateOf(question);
  const notes = answering.value.rules.filter(({ kind }) => kind === 'note');
  const rule = winner(notes, { ms: nowMs, isOpen, line });
  const words = rule && textIn(rule.text, language);
  if (!words) return undefined;
  return { words, why: ofRule(answering, 'clientRule', rule), untilMs: untilOf(rule.when, question) };
}

function openingHours(question: Question): Answer | undefined {
  const { answering, nowMs, language } = question;
  const { open, fromMs, why } = openStateOf(question);
  if (open || !answering) return undefined;
  return {
    words: answerWords[language].closed(fromMs === null ? undefined : momentWords(fromMs, { language, nowMs })),
    why: ofRule(answering, 'openingHours', why),
    untilMs: fromMs,
  };
}

function byDefault({ client, staff, language, nowMs }: Question): Answer {
  const words = answerWords[language];
  if (!isActive(staff)) {
    const { id: of, version } = client;
    return { words: words.open, why: { source: 'default', of, version, ruleId: null, name: null }, untilMs: null };
  }
  const { connect } = availabilityAt(staff.value, nowMs);
  const telephone = staff.value.phones.some(({ mayConnect }) => mayConnect);
  return {
    words: words.person[telephone ? connect : 'no'](staff.value.name),
    why: ofStaff(staff, 'default'),
    untilMs: null,
  };
}

/** A rule of the client's answering: its version is that record's. */
export const ofRule = (
  { clientId, version }: OpenedAnswering,
  source: WonRule['source'],
  rule?: { id: string | null; name: string | null },
): RuleRef => ({ source, of: clientId, version, ruleId: rule?.id ?? null, name: rule?.name ?? null });

/** One that holds while the client is open, or closed, ends with that too. */
function untilOf(when: When, question: Question): number | null {
  const { untilMs, fromMs } = openStateOf(question);
  const ends = [endsAt(when, question.nowMs), when.while && (untilMs ?? fromMs ?? undefined)];
  const known = ends.filter((end) => end !== undefined);
  return known.length > 0 ? Math.min(...known) : null;
}
