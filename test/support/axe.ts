// What axe finds on a page: the rules of WCAG 2.2 AA, in words that say where and what.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const languages = ['sv', 'en'] as const;
const themes = ['light', 'dark'] as const;

/** As another tab that chooses: the page follows without a reload. */
const choose = (page: Page, key: 'ao.language' | 'ao.theme', value: string): Promise<unknown> =>
  page.evaluate(`localStorage.setItem('${key}', '${value}');
    dispatchEvent(new StorageEvent('storage', { key: '${key}', newValue: '${value}' }));`);

export async function setLanguage(page: Page, language: (typeof languages)[number]): Promise<void> {
  await choose(page, 'ao.language', language);
  await page.waitForSelector(`html[lang="${language}"]`);
}

async function setTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await choose(page, 'ao.theme', theme);
  await page.waitForSelector(`html[data-theme="${theme}"]`);
}

/** @throws Error that lists every finding. */
export async function axe(page: Page, where = ''): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode().analyze();
  if (violations.length === 0) return;
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html}\n      ${failureSummary?.replaceAll('\n', ' ')}`).join('\n')}`,
  );
  throw new Error(`axe finds on ${new URL(page.url()).pathname} ${where}:\n${found.join('\n')}`);
}

/** What the page shows now, in both languages and both themes; Swedish and light again afterwards. */
export async function axeAll(page: Page): Promise<void> {
  for (const theme of [...themes].reverse()) {
    await setTheme(page, theme);
    for (const language of [...languages].reverse()) {
      await setLanguage(page, language);
      await axe(page, `(${language}, ${theme})`);
    }
  }
}
