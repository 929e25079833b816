// What deliveries are planned from: Anna-Karin Sjölund, her contacts, and a request at noon.
import type { PlanRequest } from '#deliveries/plan-deliveries.ts';

export type Addressee = PlanRequest['addressees'][number];
type Steps = Partial<NonNullable<Addressee['delivery']>>;

export const NOON_MS = Date.parse('2026-11-23T11:00:00Z');
export const MOBILE = '+46701740607';
export const PRIVATE = '+46701740608';
export const LANDLINE = '+46846500402';
/** Kept for films by the German and the American regulator. */
export const GERMAN = '+4915228817386';
export const AMERICAN = '+12025550123';

export const anAddressee = (changes: Partial<Addressee> = {}): Addressee => ({
  staffId: 'stf_1',
  name: 'Anna-Karin Sjölund',
  language: 'sv',
  active: true,
  emails: [{ address: 'ak@nordvik.example' }, { address: 'privat@nordvik.example' }],
  phones: [{ number: LANDLINE }, { number: MOBILE }, { number: PRIVATE }],
  delivery: null,
  contentMode: null,
  ...changes,
});
export const wishing = (delivery: Steps, changes: Partial<Addressee> = {}) =>
  anAddressee({ delivery: { normal: [], urgent: [], quietHours: null, ...delivery }, ...changes });

export const aRequest = (changes: Partial<PlanRequest> = {}): PlanRequest => ({
  addressees: [anAddressee()],
  toGeneralInbox: false,
  colleagues: new Map(),
  generalInbox: { emails: ['info@nordvik.example'], phones: ['+46701740606'], language: 'en' },
  clientContentMode: 'full',
  urgent: false,
  sensitive: false,
  smsCountries: ['SE', 'DE'],
  nowMs: NOON_MS,
  ...changes,
});
