// Headless Chromium from npm: on Linux on x64 the package's own, elsewhere the one at CHROMIUM_PATH.
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** For a Lambda with one processor: in one process the whole browser ends with its first context. */
const notHere = ['--single-process', '--no-zygote'];

/** Each starts in some 2 s: one for all files of the browser project, told to them by its address. */
export async function startChromium(): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const path = process.env.CHROMIUM_PATH || (await sparticuz.executablePath());
  const args = sparticuz.args.filter((arg) => !notHere.includes(arg));
  const server = await chromium.launchServer({ executablePath: path, args, headless: true });
  return { endpoint: server.wsEndpoint(), stop: () => server.close() };
}

export const openChromium = (endpoint: string): Promise<Browser> => chromium.connect(endpoint);
