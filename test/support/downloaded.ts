// What a browser saves when a button is pressed, as bytes.
import type { Locator, Page } from 'playwright-core';

export async function downloaded(page: Page, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return Buffer.concat(await (await download.createReadStream()).toArray());
}
