// What a caller is told who asks why the data is kept: the client's own words, or those of the service for it.
import type { CallerNotice } from '#clients/answering-schema.ts';
import type { OpenedClient } from '#clients/store.ts';
import type { Language } from '#shared/fields.ts';
import { type Retention, shorterRetention } from '#shared/retention.ts';

export interface NoticeOf {
  client: Pick<OpenedClient, 'retention' | 'value'>;
  notice: CallerNotice | null;
  /** The longest of the stage. */
  retentionMonths: number;
  nowMs: number;
}

const numbers: Record<Language, readonly string[]> = {
  sv: ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six'],
};

const units: Record<Language, { month: [string, string]; day: [string, string] }> = {
  sv: { month: ['månad', 'månader'], day: ['dag', 'dagar'] },
  en: { month: ['month', 'months'], day: ['day', 'days'] },
};

/** `sex månader`, `en dag`, `90 days`. */
export function retentionWords(retention: Retention, language: Language): string {
  const [amount, unit] =
    'months' in retention ? [retention.months, 'month' as const] : [retention.days, 'day' as const];
  const [one, many] = units[language][unit];
  return `${numbers[language][amount] ?? amount} ${amount === 1 ? one : many}`;
}

/** How long a message that is taken now is kept: the stage's time may have been shortened since the client was set up. */
export const retentionOf = ({ client, retentionMonths, nowMs }: NoticeOf): Retention =>
  shorterRetention(nowMs, client.retention, { months: retentionMonths });

/** In one language; a text that the client has in the other only is not mixed in. */
export function noticeWords(of: NoticeOf, language: Language): string {
  const own = of.notice?.text[language];
  if (own) return own;
  const { name } = of.client.value;
  const kept = retentionWords(retentionOf(of), language);
  return language === 'sv'
    ? `${name} sparar ditt meddelande för att kunna höra av sig till dig. Det raderas efter ${kept}.`
    : `${name} keeps your message to be able to get back to you. It is erased after ${kept}.`;
}

/** The page that says the whole of it. */
export const noticePath = (clientId: string): string => `/v1/clients/${clientId}/caller-notice`;
