// What the desk needs beside the common bag, as a warm function of its own has it.
import type { DeskApp } from '#desk/app.ts';
import { DirectoryCache } from '#desk/directory-cache.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { jitteredWait } from '#shared/wait.ts';
import type { World } from '#test/support/engine.ts';

export const PORTAL_URL = 'https://answeronline.example';

export const deskApp = ({ app, client, tables }: Pick<World, 'app' | 'client' | 'tables'>): DeskApp => ({
  ...app,
  bulk: new BulkWrites(client, tables, jitteredWait),
  directories: new DirectoryCache(),
  retentionMonths: 6,
  portalUrl: PORTAL_URL,
});
