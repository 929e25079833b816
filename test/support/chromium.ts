// Headless Chromium from npm: on Linux on x64 the package's own, elsewhere the one at CHROMIUM_PATH.
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Each starts in some 2 s: one for all files of the browser project, told to them by its address. */
export async function startChromium(): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const path = process.env.CHROMIUM_PATH || (await sparticuz.executablePath());
  const server = await chromium.launchServer({ executablePath: path, args: sparticuz.args, headless: true });
  return { endpoint: server.wsEndpoint(), stop: () => server.close() };
}

export const openChromium = (endpoint: string): Promise<Browser> => chromium.connect(endpoint);
