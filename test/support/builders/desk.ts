// What an answer is made from: a client, how its calls are answered, and a person, as they are when they have been opened.

import type { OpeningHours } from '#calendar/opening-hours.ts';
import type { OpenedAnswering } from '#clients/answering.ts';
import { EMPTY_ANSWERING } from '#clients/answering.ts';
import type { AnsweringDetails } from '#clients/answering-schema.ts';
import type { ClientDetails } from '#clients/schema.ts';
import { ClientInput } from '#clients/schema.ts';
import type { OpenedClient } from '#clients/store.ts';
import type { GivenAbsence } from '#staff/absence.ts';
import type { StaffDetails } from '#staff/schema.ts';
import { StaffInput } from '#staff/schema.ts';
import type { OpenedStaff } from '#staff/store.ts';
import { aClient } from '#test/support/builders/clients.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';

const keys = { key: new Uint8Array(32), stableKey: new Uint8Array(32) };
const opened = { createdAtMs: 0, updatedAtMs: 0, keys };

export const CLIENT_ID = 'cli_00000000000000000000000001';
export const STAFF_ID = 'stf_00000000000000000000000001';
export const CLIENT_VERSION = 2;
export const ANSWERING_VERSION = 5;
export const STAFF_VERSION = 3;

/** Monday 23 November 2026, 9 in the morning in Stockholm. */
export const MONDAY_9_MS = Date.parse('2026-11-23T08:00:00Z');

export function anOpenedClient(changes: Partial<ClientDetails> = {}): OpenedClient {
  const { retention, contentMode, status, ...value } = ClientInput().parse(aClient());
  return {
    ...opened,
    id: CLIENT_ID,
    version: CLIENT_VERSION,
    status,
    retention: retention ?? { months: 6 },
    contentMode,
    agreement: undefined,
    value: { ...value, ...changes },
  };
}

export const anOpenedAnswering = (changes: Partial<AnsweringDetails> = {}): OpenedAnswering => ({
  clientId: CLIENT_ID,
  version: ANSWERING_VERSION,
  updatedAtMs: 0,
  keys,
  alternatives: [],
  value: { ...EMPTY_ANSWERING, ...changes },
});

export const anOpenedPerson = (changes: Partial<StaffDetails> = {}): OpenedStaff => ({
  ...opened,
  id: STAFF_ID,
  clientId: CLIENT_ID,
  version: STAFF_VERSION,
  value: { ...StaffInput().parse(aStaffMember({ name: 'Anna Ek' })), answerNotes: [], absences: [], ...changes },
});

type Rule = AnsweringDetails['rules'][number];

export const aRule = (changes: Partial<Rule> = {}): Rule => ({
  id: 'rul_00000000000000000000000001',
  kind: 'note',
  name: 'Förmiddag',
  when: { times: { from: '08:00', until: '12:00' } },
  text: { sv: 'Vi har lagermöte.', en: 'We have a meeting.' },
  ...changes,
});

/** From 9 until 10. */
export const anAbsence = (changes: Partial<GivenAbsence> = {}): GivenAbsence => ({
  id: 'abs_00000000000000000000000001',
  reason: 'lunch',
  recurring: null,
  fromMs: MONDAY_9_MS,
  untilMs: MONDAY_9_MS + 3_600_000,
  note: null,
  operatorNote: null,
  calls: 'open',
  colleagues: [],
  ...changes,
});

const daytime = [{ from: '08:00', until: '17:00' }];
/** Weekdays from 8 until 17, closed on holidays. */
export const weekdayHours: OpeningHours = {
  week: { mon: daytime, tue: daytime, wed: daytime, thu: daytime, fri: daytime, sat: [], sun: [] },
  holidays: 'closed',
  eves: 'asWeek',
  seasons: [],
  specialDays: [],
};
