// Staff members: request bodies, and their details as they are kept.
import type * as z from 'zod/mini';
import { newId } from '#shared/ids.ts';
import { type StaffDetails, StaffInput } from '#staff/schema.ts';
import { keptTimed } from '#staff/timed-details.ts';

export type StaffBody = z.input<ReturnType<typeof StaffInput>>;

/** Anna-Karin Sjölund, with one number and address of each kind. */
export const aStaffMember = (changes: Partial<StaffBody> = {}): StaffBody => ({
  kind: 'person',
  name: 'Anna-Karin Sjölund',
  alsoKnownAs: ['Anka'],
  pronunciation: 'Schölund',
  language: 'sv',
  title: 'Projektledare',
  department: 'Entreprenad',
  phones: [
    { label: 'Mobil', number: '070-174 06 07', mayTell: false, mayConnect: true },
    { label: 'Växel', number: '08-465 004 02', mayTell: true, mayConnect: false },
    { label: 'Privat', number: '070-174 06 08' },
  ],
  emails: [
    { label: 'Arbete', address: 'anna-karin@nordvik.example', mayTell: true },
    { label: 'Privat', address: 'ak.sjolund@nordvik.example' },
  ],
  connect: 'yes',
  keywords: ['tak', 'offert'],
  answerNote: 'Ringer åter idag.',
  answerNotes: [],
  absences: [],
  delivery: { normal: [{ channels: ['email', 'sms'] }], urgent: [{ channels: ['sms'] }], quietHours: null },
  contentMode: null,
  protected: false,
  active: true,
  ...changes,
});

/** What is sealed of that body where it is taken at `nowMs`. */
export function staffDetails(changes: Partial<StaffBody> = {}, nowMs = 0): StaffDetails {
  const input = StaffInput().parse(aStaffMember(changes));
  return { ...input, ...keptTimed(input, { newId: (kind) => newId(kind, nowMs), nowMs }) };
}
