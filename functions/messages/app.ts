// What the use cases of messages need beside the common bag.
import type { App } from '#shared/app.ts';

export interface MessagesApp extends App {
  /** The longest retention of this stage, in months. */
  readonly retentionMonths: number;
  /** Countries that SMS may go to, ISO 3166. */
  readonly smsCountries: readonly string[];
}
