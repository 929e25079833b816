// What the use cases of clients need beside the common bag.
import type { App } from '#shared/app.ts';

export interface ClientsApp extends App {
  /** The longest retention of this stage. */
  readonly retentionMonths: number;
}
