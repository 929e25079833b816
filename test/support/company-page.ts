// The client's own page as tests open, fill and save it, and hours and rules to begin with.
import type { Page } from 'playwright-core';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { type Json, made } from '#test/support/http-world.ts';

export const companyPath = (world: BrowserWorld, tab = ''): string => `/c/${world.clientId}/company${tab && `/${tab}`}`;
export const answeringOf = (world: BrowserWorld): Promise<Json> =>
  made(world.call('GET', world.path('/answering')), 200);

/** As somebody else who is faster. */
export async function change(world: BrowserWorld, path: string, body: object): Promise<Json> {
  const { headers } = await world.call('GET', world.path(path));
  return made(world.call('PATCH', world.path(path), { body, ifMatch: headers.get('etag') ?? '' }), 200);
}

export const office = [{ from: '08:00', until: '17:00' }];
/** Open on all days, so that a holiday differs whatever weekday it is. */
export const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, office]));
export const hours = { week, holidays: 'closed', eves: 'asWeek', seasons: [], specialDays: [] };

export const save = (page: Page) => page.getByRole('button', { name: 'Spara', exact: true }).click();
export const saved = (page: Page, text = 'Sparat.') => page.locator('.toast', { hasText: text }).waitFor();
export const summary = (page: Page) => page.getByRole('region', { name: 'Det är något att rätta' });
export const sideways = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');
