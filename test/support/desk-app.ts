// The bag of the desk's function on an engine of its own: as warm as the test keeps it.
import type { DeskApp } from '#desk/app.ts';
import { DirectoryCache } from '#desk/directory-cache.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { jitteredWait } from '#shared/wait.ts';
import type { World } from '#test/support/started-engine.ts';

/** Where people reach the service. */
export const PORTAL_URL = 'https://answeronline.example';

export const deskApp = ({ app, client, tables }: World, retentionMonths = 6): DeskApp => ({
  ...app,
  bulk: new BulkWrites(client, tables, jitteredWait),
  directories: new DirectoryCache(),
  retentionMonths,
  portalUrl: PORTAL_URL,
});
