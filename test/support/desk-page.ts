// The operator's desk as a test works it: by keyboard alone.
import type { Page } from 'playwright-core';
import type { BrowserWorld } from '#test/support/browser-world.ts';

export const callField = (page: Page) => page.getByRole('combobox', { name: 'Nummer eller namn' });
export const personSearch = (page: Page) => page.getByRole('combobox', { name: 'Vem söks?' });
export const nameField = (page: Page) => page.locator('#field-name');
export const matterField = (page: Page) => page.locator('#field-matter');
export const strip = (page: Page) => page.locator('.strip.sent');

/** Who was just added is found a moment later. */
export async function untilFound(world: BrowserWorld, text: string): Promise<void> {
  const giveUpAt = performance.now() + 15_000;
  for (;;) {
    const { body } = await world.call('POST', world.path('/staff/search'), { body: { text } });
    if (body.items?.length > 0) return;
    if (performance.now() > giveUpAt) throw new Error(`Nobody finds ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What has the focus takes the keys: nothing is clicked. */
export async function openClient(page: Page, number: string): Promise<void> {
  await page.keyboard.type(number);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.greeting');
  await untilFocused(page, personSearch(page));
}

/** For nobody in particular. */
export async function openInbox(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Allmänna brevlådan' }).press('Enter');
  await untilFocused(page, nameField(page));
}

export async function openPerson(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await untilFocused(page, nameField(page));
}

export const untilFocused = (page: Page, field: ReturnType<Page['locator']>): Promise<void> =>
  field.and(page.locator(':focus')).waitFor();
