// Section `portal`: what each door loads, when one can type, and a key until its answer is seen, beside a bare page of the same run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Browser, BrowserContext } from 'playwright-core';
import { buildPortal, portalFolder } from '#lib/portal-build.ts';
import { dynamoAt } from '#local/dynamo.ts';
import { openChromium, startChromium } from '#test/support/chromium.ts';
import { startRunner, type TestRunner } from '#test/support/runner.ts';
import { openSignedIn } from '#test/support/sign-in-page.ts';
import { fillRegister } from '../desk/register.ts';
import { median, medianOf, ratioOf } from '../lab/statistics.ts';
import { digits, printNotes, printTable, verdict, withSpread } from '../lab/table.ts';
import { startBarePage } from './bare-page.ts';
import { type FirstLoad, firstLoad } from './first-load.ts';
import { type Stroke, typeSlowly } from './typing.ts';

const PEOPLE = 10_000;
const SEARCHES = ['östlunds', 'kontor', '070174'];
const OWN_AT_MOST_MS = 100;
const SCRIPT_AT_MOST = 60_000;
const STYLE_AT_MOST = 12_000;

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

interface Door {
  name: string;
  path: string;
  /** What one types into. */
  field: string;
  cookies: Cookies;
}

interface Round {
  door: FirstLoad;
  bare: FirstLoad;
}

export async function portalSection(quick: boolean): Promise<void> {
  await buildPortal();
  const runner = await startRunner();
  const chromium = await startChromium();
  const bare = await startBarePage();
  try {
    const browser = await openChromium(chromium.endpoint);
    const client = await aLargeClient(runner);
    const doors = await openDoors(browser, runner, client);
    for (const door of doors) await printFirstLoad(browser, runner.origin, door, bare.origin, quick ? 3 : 10);
    await printTyping(browser, runner.origin, doors[0] as Door, client, bare.origin, quick ? 1 : 5);
    await browser.close();
  } finally {
    bare.stop();
    await chromium.stop();
    await runner.stop();
  }
}

interface LargeClient {
  id: string;
  number: string;
  admin: string;
}

async function aLargeClient(runner: TestRunner): Promise<LargeClient> {
  const token = await runner.userToken('supervisor@answeronline.example');
  const made = async (path: string, body: object) => {
    const answer = await runner.request<{ id: string }>('POST', path, { token, body });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const number = '08-465 004 97';
  const { id } = await made('/v1/clients', { name: 'Storkunden', numbers: [{ number }] });
  const admin = 'admin@storkunden.example';
  await made(`/v1/clients/${id}/users`, { email: admin, name: 'Ada Stor', role: 'clientAdmin' });
  const endpoint = await runner.addressOf('DynamoDB');
  const { TableNames = [] } = (await dynamoAt(endpoint).call('ListTables', {})) as { TableNames?: string[] };
  const tableOf = (part: string) => TableNames.find((name) => name.includes(part)) ?? part;
  const raw = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await fillRegister(
    {
      client: DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } }),
      tables: {
        records: tableOf('Records'),
        messageKeys: tableOf('MessageKeys'),
        registerKeys: tableOf('RegisterKeys'),
      },
      clock: { nowMs: Date.now },
    },
    id,
    PEOPLE,
  );
  return { id, number, admin };
}

async function openDoors(browser: Browser, { origin }: TestRunner, client: LargeClient): Promise<Door[]> {
  const cookiesOf = async (who: string, path: string): Promise<Cookies> => {
    const context = await browser.newContext({ baseURL: origin, locale: 'sv-SE' });
    await openSignedIn(context, who, path);
    const cookies = await context.cookies();
    await context.close();
    return cookies;
  };
  const inbox = `/c/${client.id}/messages`;
  return [
    { name: 'the desk', path: '/desk', field: '.call-field input', cookies: await cookiesOf('operator', '/desk') },
    {
      name: 'a client’s inbox',
      path: inbox,
      field: '.inbox-filters input',
      cookies: await cookiesOf(client.admin, inbox),
    },
  ];
}

async function printFirstLoad(
  browser: Browser,
  origin: string,
  { name, path, field, cookies }: Door,
  bareOrigin: string,
  rounds: number,
): Promise<void> {
  const all: Round[] = [];
  for (let round = 0; round < rounds; round++)
    all.push({
      door: await firstLoad(browser, origin + path, field, cookies),
      bare: await firstLoad(browser, bareOrigin, 'input', []),
    });
  const rows = (['paintedMs', 'typableMs', 'longestTaskMs'] as const).map((what) => ({
    what,
    door: medianOf(all, ({ door }) => door[what]),
    bare: medianOf(all, ({ bare }) => bare[what]),
    ratio: ratioOf(
      all,
      ({ door }) => door[what],
      ({ bare }) => bare[what],
    ),
  }));
  const names = {
    paintedMs: 'first contentful paint',
    typableMs: 'from the address until one can type, by way of the sign-in',
    longestTaskMs: 'longest task',
  };
  printTable(
    `The first load of ${name}, by a browser that has never seen it`,
    [
      { title: '', cell: ({ what }) => names[what], left: true },
      { title: 'ms', cell: ({ door }) => withSpread(door, 0) },
      { title: 'bare page ms', cell: ({ bare }) => withSpread(bare, 0) },
      { title: 'of the bare page', cell: ({ ratio }) => withSpread(ratio, 1) },
    ],
    rows,
  );
  const assets = all[0]?.door.assets ?? [];
  const bytesOf = (ending: string) =>
    assets
      .filter((asset) => asset.endsWith(ending))
      .reduce((sum, asset) => sum + gzipSync(readFileSync(join(portalFolder(), 'assets', asset))).length, 0);
  const [scripts, styles] = [bytesOf('.js'), bytesOf('.css')];
  printNotes([
    `${assets.length} files until one can type: ${digits(scripts / 1_000, 1)} kB of script gzipped (at most ${SCRIPT_AT_MOST / 1_000}: ${verdict(scripts, { atMost: SCRIPT_AT_MOST })}), ${digits(styles / 1_000, 1)} kB of style (at most ${STYLE_AT_MOST / 1_000}: ${verdict(styles, { atMost: STYLE_AT_MOST })})`,
  ]);
}

async function printTyping(
  browser: Browser,
  origin: string,
  door: Door,
  { number }: LargeClient,
  bareOrigin: string,
  rounds: number,
): Promise<void> {
  const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });
  await context.addCookies(door.cookies);
  const desk = await context.newPage();
  await desk.goto(origin + door.path);
  await desk.locator(door.field).fill(number);
  await desk.keyboard.press('Enter');
  const search = desk.getByRole('combobox', { name: 'Vem söks?' });
  await search.waitFor();
  const bare = await context.newPage();
  await bare.goto(bareOrigin);
  const strokes: Stroke[] = [];
  const bareStrokes: Stroke[] = [];
  for (let round = 0; round < rounds; round++)
    for (const text of SEARCHES) {
      await desk.bringToFront();
      await search.fill('');
      await search.focus();
      const measured = { typed: 'desk:typed', answered: 'desk:answered', request: '/staff/search' };
      strokes.push(...(await typeSlowly(desk, text, measured)));
      await bare.bringToFront();
      await bare.locator('input').fill('');
      await bare.locator('input').focus();
      bareStrokes.push(...(await typeSlowly(bare, text, { typed: 'bare:typed' })));
    }
  await context.close();
  const columns = [
    ['the key is seen', 'typedMs'],
    ['the answer is seen', 'paintedMs'],
    ['of that the API', 'apiMs'],
    ['of that the page itself', 'ownMs'],
  ] as const;
  const own = median(strokes.map(({ ownMs }) => ownMs));
  printTable(
    `A key in the search for people until it is on the screen, at ${PEOPLE} people: ${strokes.length} keys`,
    [
      { title: '', cell: ([what]) => what, left: true },
      { title: 'median ms', cell: ([, field]) => digits(median(strokes.map((one) => one[field])), 1) },
      {
        title: 'bare page ms',
        cell: ([, field]) => (field === 'apiMs' ? '-' : digits(median(bareStrokes.map((one) => one[field])), 1)),
      },
    ],
    columns,
  );
  printNotes([
    `the page's own time is ${digits(own, 1)} ms (at most ${OWN_AT_MOST_MS}: ${verdict(own, { atMost: OWN_AT_MOST_MS })}); it waits 60 ms for the next key before it asks`,
  ]);
}
