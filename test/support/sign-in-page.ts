// Signing in as a person does it: the portal leads to the login page, which is filled in once and remembers.
import type { BrowserContext, Page } from 'playwright-core';

/** Who comes with the seed, by role; everybody else by their address. */
const seeded: Readonly<Record<string, string>> = {
  supervisor: 'supervisor@answeronline.example',
  operator: 'operator@answeronline.example',
  privacyOfficer: 'privacy@answeronline.example',
};
export const addressOf = (who: string): string => seeded[who] ?? who;

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** What the login pages gave to whom, within a file: the next context of the same person is let in unseen. */
const remembered = new Map<string, Cookies>();

export const INSIDE = '.frame main h1';
const LOGIN = 'input[name="password"]';

/** On the login page, whoever sent the browser there. */
export async function fillIn(page: Page, email: string): Promise<void> {
  await page.fill('input[name="email"]', email);
  await page.fill(LOGIN, 'local');
  await page.press(LOGIN, 'Enter');
}

/** A page of the context, with this person in it, at this path. */
export async function openSignedIn(context: BrowserContext, who: string, path: string): Promise<Page> {
  const email = addressOf(who);
  await context.addCookies(remembered.get(email) ?? []);
  const page = await context.newPage();
  await page.goto(path);
  await page.waitForSelector(`${INSIDE}, ${LOGIN}`);
  if (await page.locator(LOGIN).count()) await fillIn(page, email);
  await page.waitForSelector(INSIDE);
  remembered.set(email, await context.cookies());
  return page;
}
