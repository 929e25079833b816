// The bag of the messages function: the common one, and what the stage says about retention and SMS.
import { type App, makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';

export interface MessagesApp extends App {
  /** The longest retention of this stage, in months. */
  readonly retentionMonths: number;
  /** Countries that SMS may go to, ISO 3166. */
  readonly smsCountries: readonly string[];
}

export function messagesApp(): MessagesApp {
  const env = readEnv([...tableVariables, 'RETENTION_MONTHS', 'SMS_COUNTRIES']);
  return { ...makeApp(tableNames(env)), retentionMonths: env.RETENTION_MONTHS, smsCountries: env.SMS_COUNTRIES };
}
