// A request of a browser test's own, and the officer's hands on it by the API; the page's buttons and its dialog.
import type { Page } from 'playwright-core';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { made } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
export const dialog = (page: Page) => page.getByRole('dialog');
const officerOf = (world: BrowserWorld) => world.runner.userToken('privacy@answeronline.example');

/** Logged by the officer, and what the officer does about it by the API. */
export async function aRequest(world: BrowserWorld, kind: string, clientId = world.clientId) {
  expectRecipients(world.admin, world.signatory.email);
  const token = await officerOf(world);
  const list = `/clients/${clientId}/subject-requests`;
  const body = { kind, who: { names: ['Eva Ek'] } };
  const { id } = await made(world.call('POST', list, { token, body, key: `${kind}-${Date.now()}` }));
  const one = `${list}/${id}`;
  return {
    page: `/requests/${clientId}/${id}`,
    read: () => made(world.call('GET', one, { token }), 200),
    change: async (changes: object) => {
      const { version } = await made(world.call('GET', one, { token }), 200);
      return made(world.call('PATCH', one, { token, body: changes, ifMatch: `"${version}"` }), 200);
    },
    step: (step: object) => made(world.call('POST', `${one}/steps`, { token, body: step }), 200),
  };
}
