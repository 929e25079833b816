// What the walk through the privacy desk needs of a runner: calls in somebody's name, waiting, files, and lines to print.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const { API = 'http://localhost:4010' } = process.env;

export const language = process.argv[2] === 'sv' ? 'sv' : 'en';
/** A sentence of the walk, in the language that it was started in. */
export const say = (words: { en: string; sv: string }): void => console.log(`\n${words[language]}`);
/** What was answered: a line each. */
export const show = (...lines: readonly string[]): void => console.log(lines.map((line) => `   ${line}`).join('\n'));

// biome-ignore lint/suspicious/noExplicitAny: the walk prints parts of answers that docs/openapi.json describes
export type Json = any;

async function json(path: string, init?: RequestInit): Promise<Json> {
  const response = await fetch(`${API}${path}`, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${init?.method ?? 'GET'} ${path}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

const post = (body: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const dev = {
  clock: (now: string): Promise<Json> => json('/dev/clock', post({ now })),
  now: async (): Promise<string> => (await json('/dev/clock')).now,
  forgetOutbox: (): Promise<Json> => json('/dev/outbox', { method: 'DELETE' }),
  /** Letters about requests: all e-mail but the message itself. */
  untilLetters: async (count: number): Promise<Json[]> => {
    const letters = async () => (await json('/dev/outbox')).filter(({ to }: Json) => to !== 'info@nordvik.example');
    const sent: Json[] = await until(letters, ({ length }) => length >= count);
    return sent.toSorted((one, other) => `${one.to} ${one.subject}`.localeCompare(`${other.to} ${other.subject}`));
  },
};

export type Person = Awaited<ReturnType<typeof signIn>>;

/** @param user the address of a person of the examples. The answer calls the API in that person's name. */
export async function signIn(user: string) {
  const { access_token: token } = await json('/dev/token', post({ user }));
  const call = (method: string, path: string, body?: object): Promise<Json> =>
    json(`/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: object = {}) => call('POST', path, body),
    patch: (path: string, body: object) => call('PATCH', path, body),
  };
}

/** Jobs are a moment away. @throws Error after half a minute */
export async function until(read: () => Promise<Json>, isSo: (answer: Json) => boolean): Promise<Json> {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 100) {
    const answer = await read();
    if (isSo(answer)) return answer;
    await sleep(100);
  }
  throw new Error('What was waited for did not come within 30 seconds');
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'answeronline-walk-'));
export const forgetFolder = (): void => rmSync(folder, { recursive: true });

/** Writes an answer as it came, to be checked offline. */
export function save(name: string, answer: Json): string {
  writeFileSync(join(folder, name), JSON.stringify(answer));
  return join(folder, name);
}

/** A program of bin, as `npm run` starts it. */
export const run = (program: string, ...args: readonly string[]): string[] =>
  execFileSync(process.execPath, [join(root, 'bin', `${program}.ts`), ...args], { cwd: folder, encoding: 'utf8' })
    .trimEnd()
    .replaceAll(`${folder}/`, '')
    .split('\n');

/** Fetches a sealed file through its link of fifteen minutes and opens it with its key. @returns the place of the opened one */
export async function openFile(person: Person, client: string, fileId: string): Promise<{ at: string; link: Json }> {
  const link = await person.post(`${client}/files/${fileId}/link`);
  const sealed = join(folder, `${fileId}.sealed`);
  writeFileSync(sealed, Buffer.from(await (await fetch(link.url)).arrayBuffer()));
  const at = join(folder, link.name);
  run('open-file', sealed, link.key, at);
  return { at, link };
}
