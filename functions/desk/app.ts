// What the use cases of the desk need beside the common bag.
import type { App } from '#shared/app.ts';

export interface DeskApp extends App {
  /** The longest retention of this stage, in months. */
  readonly retentionMonths: number;
  /** Where people reach the service, without a slash at the end: pages that they are told of begin with it. */
  readonly portalUrl: string;
}
