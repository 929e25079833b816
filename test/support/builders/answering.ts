// Request bodies of how a client's calls are answered.
import type * as z from 'zod/mini';
import type { AnsweringPatch } from '#clients/answering-schema.ts';

export type AnsweringBody = z.input<ReturnType<typeof AnsweringPatch>>;
export type RuleBody = NonNullable<AnsweringBody['rules']>[number];

const day = [
  { from: '08:00', until: '12:00' },
  { from: '13:00', until: '17:00' },
];

export const officeHours = (): NonNullable<AnsweringBody['hours']> => ({
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  seasons: [
    {
      name: 'Sommar',
      from: '06-15',
      until: '08-15',
      week: { mon: day, tue: day, wed: day, thu: day, fri: [], sat: [], sun: [] },
    },
  ],
  specialDays: [{ date: '2026-12-23', name: 'Julfest', spans: [] }],
});

export const aRule = (changes: Partial<RuleBody> = {}): RuleBody => ({
  kind: 'greeting',
  name: 'Lunch',
  when: { times: { from: '12:00', until: '13:00' } },
  text: { sv: 'Nordvik Bygg, vi äter lunch till klockan ett.', en: 'Nordvik Bygg, we are at lunch until one.' },
  ...changes,
});

/** Everything filled in but the alternatives, who must be in the register. */
export const anAnswering = (changes: Partial<AnsweringBody> = {}): AnsweringBody => ({
  instructions: 'Koppla aldrig till byggplatsen före sju.',
  askFor: ['fakturanummer', 'adress'],
  hours: officeHours(),
  rules: [
    aRule(),
    aRule({
      kind: 'instruction',
      name: 'Stängt',
      when: { while: 'closed' },
      text: { sv: 'Vid vattenläcka: väck jouren.' },
    }),
    aRule({
      kind: 'note',
      name: 'Industrisemester',
      when: { from: '2026-07-06', until: '2026-07-31' },
      text: { sv: 'Vi är åter måndag 3 augusti.' },
    }),
  ],
  callerNotice: {
    text: { sv: 'Vi sparar det du säger i sex månader.' },
    purpose: { sv: 'För att rätt person ska kunna ringa upp dig.' },
    contact: {
      email: 'dataskydd@nordvik.example',
      phone: '08-465 004 40',
      address: 'Kajen 1, Uppsala',
      web: 'https://nordvik.example/dataskydd',
    },
  },
  ...changes,
});
