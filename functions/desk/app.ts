// What the desk needs beside the common bag.
import type { DirectoryCache } from '#desk/directory-cache.ts';
import type { App } from '#shared/app.ts';
import type { BulkWrites } from '#shared/bulk-writes.ts';

/** Whoever makes an index. */
export interface DirectoryApp extends App {
  readonly bulk: Pick<BulkWrites, 'writeEach'>;
}

export interface DeskApp extends DirectoryApp {
  readonly directories: DirectoryCache;
  /** The longest retention of this stage, in months. */
  readonly retentionMonths: number;
  /** Where people reach the service, without a slash at the end: pages that they are told of begin with it. */
  readonly portalUrl: string;
}
