// What the desk needs beside the common bag, as a warm function of its own has it.
import type { DeskApp } from '#desk/app.ts';
import { DirectoryCache } from '#desk/directory-cache.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { jitteredWait } from '#shared/wait.ts';
import type { World } from '#test/support/started-engine.ts';

export const PORTAL = 'https://svar.answeronline.example';

export const deskApp = (
  { app, client, tables }: Pick<World, 'app' | 'client' | 'tables'>,
  retentionMonths = 6,
): DeskApp => ({
  ...app,
  bulk: new BulkWrites(client, tables, jitteredWait),
  directories: new DirectoryCache(),
  retentionMonths,
  portalUrl: PORTAL,
});
