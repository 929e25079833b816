// What was just done is said where it covers nothing that one may want to press, in a window of any size.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '#test/support/browser-page.ts';

/** Buttons and links that lie under it, of those that stand wholly on the screen otherwise. */
const underTheToast = (page: Page) =>
  page.evaluate<string[]>(`(() => {
    const over = document.querySelector('.toast').getBoundingClientRect();
    const meets = (one) =>
      one.bottom > over.top && one.top < over.bottom && one.right > over.left && one.left < over.right;
    const all = [...document.querySelectorAll('.message-actions button, .menu a, .menu button')];
    return all
      .filter((one) => one.checkVisibility() && meets(one.getBoundingClientRect()))
      .map((one) => one.textContent);
  })()`);

test('marking a message as handled covers neither its buttons nor the menu', async ({ signedIn, world }) => {
  const caller = { name: 'Eva Ek', phone: '070-174 06 30' };
  const { status, body } = await world.take({ staffId: null, caller, matter: 'Kaklet kommer.\n'.repeat(60) });
  expect(status).toBe(201);
  const page = await signedIn(world.admin, `/c/${world.clientId}/messages/${body.id}`);
  const covered: Record<string, readonly string[]> = {};

  for (const [width, height] of [
    [320, 640],
    [390, 844],
    [800, 600],
    [1280, 600],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.getByRole('button', { name: /^(Klart|Öppna igen)/ }).click();
    await page.locator('.toast').waitFor();
    covered[`${width} × ${height}`] = await underTheToast(page);
    const last = page.locator('main button:visible').last();
    await last.scrollIntoViewIfNeeded();
    // Refused by Playwright where something else would take the press.
    await last.click({ trial: true });
  }

  expect(Object.values(covered).flat(), JSON.stringify(covered)).toEqual([]);
});
