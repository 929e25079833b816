// A call at the desk, from its number to "Skickat": by keyboard alone, and nothing typed is lost on the way.
import { describe, expect } from 'vitest';
import { axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import {
  callField,
  matterField,
  nameField,
  openClient,
  openInbox,
  openPerson,
  personSearch,
  strip,
  untilFocused,
  untilFound,
} from '#test/support/desk-page.ts';
import type { Json } from '#test/support/http-world.ts';
import { dayOf, inStockholm } from '#test/support/stockholm-clock.ts';

const messagesOf = async (world: { call: Json; path: Json }): Promise<Json[]> =>
  (await world.call('GET', world.path('/messages'))).body.items;

test('a whole message is taken without the mouse, and the desk clears itself', async ({ signedIn, world, runner }) => {
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Anna');
  const beganAt = performance.now();

  await openClient(page, world.number);
  await openPerson(page, 'anna');
  await page.keyboard.type('Eva Ek');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ek Kakel');
  await page.keyboard.press('Enter');
  await page.keyboard.type('0701740630');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Kaklet kommer på torsdag.');
  expect(await page.locator('.read-back').textContent()).toContain('070 – 174 06 30');
  await page.keyboard.press('Control+Enter');
  await strip(page).waitFor();

  expect(performance.now() - beganAt).toBeLessThan(40_000);
  expect(await strip(page).textContent()).toMatch(/Skickat \d\d\.\d\d till Anna Lindqvist, e-post/);
  await untilFocused(page, callField(page));
  expect(await page.locator('.message-form').count()).toBe(0);
  const [message] = await messagesOf(world);
  expect(message).toMatchObject({
    staffId: world.anna.id,
    caller: { name: 'Eva Ek', company: 'Ek Kakel', phone: '+46701740630' },
    matter: 'Kaklet kommer på torsdag.',
    urgency: 'normal',
    enteredAt: null,
  });
  expect(message.answered.length).toBeGreaterThan(1);
  await runner.untilSent(({ to }) => to === world.anna.email);
});

test('two presses of the keys that send are one message', async ({ signedIn, world }) => {
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Bo');
  await openClient(page, world.number);
  await openPerson(page, 'bo');
  await matterField(page).focus();
  await page.keyboard.type('Ring Eva.');

  await Promise.all([page.keyboard.press('Control+Enter'), page.keyboard.press('Control+Enter')]);
  await strip(page).waitFor();

  expect(await messagesOf(world)).toHaveLength(1);
});

test('a switchboard’s link opens the desk with the caller’s number, and leaves no number behind', async ({
  signedIn,
  world,
}) => {
  const page = await signedIn('operator', `/desk#nummer=${world.number.replace(/\D/g, '')}&fran=0701740631`);

  await page.waitForSelector('.greeting');

  expect(await page.locator('.greeting').textContent()).toBe(`${world.name}, god dag!`);
  expect(await page.locator('#field-phone').inputValue()).toBe('0701740631');
  expect(page.url()).not.toContain('#');
});

test('a link that comes in the middle of a form keeps what was written', async ({ signedIn, world }) => {
  const page = await signedIn('operator', '/desk');
  await openClient(page, world.number);
  await matterField(page).focus();
  await page.keyboard.type('Halva ärendet');

  await page.evaluate(`location.hash = '#nummer=${world.number.replace(/\D/g, '')}&fran=0701740632'`);
  await page.locator('.strip.draft').waitFor();

  expect(await matterField(page).inputValue()).toBe('');
  await page.getByRole('button', { name: 'Fortsätt' }).press('Enter');
  await expect.poll(() => matterField(page).inputValue()).toBe('Halva ärendet');
});

test('call back, urgent and sensitive are one key each, and said aloud', async ({ signedIn, world }) => {
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Anna');
  await openClient(page, world.number);
  await openPerson(page, 'anna');
  const spoken = page.locator('[role=status]').first();

  for (const [key, words] of [
    ['F4', 'Vill bli uppringd: på'],
    ['F8', 'Brådskande: på'],
    ['F9', 'Känsligt: på'],
  ] as const) {
    await page.keyboard.press(key);
    await spoken.filter({ hasText: words }).waitFor();
  }
  await page.locator('.form-foot').filter({ hasText: 'Skickas utan innehåll' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await strip(page).waitFor();

  const [message] = await messagesOf(world);
  expect(message).toMatchObject({ callBack: true, sensitive: true, urgency: 'urgent', matter: null });
});

test('a personal number gives a hint and stops nothing; what lacks is said where it lacks', async ({
  signedIn,
  world,
}) => {
  const page = await signedIn('operator', '/desk');
  await openClient(page, world.number);

  await page.keyboard.press('Control+Enter');
  await page.locator('.desk-refused').waitFor();
  await untilFocused(page, personSearch(page));
  await openInbox(page);
  await page.keyboard.press('Control+Enter');
  await page.locator('#field-matter-error').waitFor();
  await untilFocused(page, matterField(page));
  await page.keyboard.type('Gäller 811218-9876.');
  await page.locator('.desk-warn').filter({ hasText: 'personnummer' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await strip(page).waitFor();

  expect((await messagesOf(world))[0]).toMatchObject({ staffId: null, matter: 'Gäller 811218-9876.' });
});

test('a reload in the middle of a form loses nothing', async ({ signedIn, world }) => {
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Anna');
  await openClient(page, world.number);
  await openPerson(page, 'anna');
  await page.keyboard.type('Eva Ek');
  await matterField(page).focus();
  await page.keyboard.type('Kaklet kommer på torsdag.');
  await page.keyboard.press('F8');

  // No pause: the next thing after the last key.
  await page.reload();
  await matterField(page).waitFor();

  expect([await nameField(page).inputValue(), await matterField(page).inputValue()]).toEqual([
    'Eva Ek',
    'Kaklet kommer på torsdag.',
  ]);
  await page.getByRole('heading', { name: 'Till Anna Lindqvist' }).waitFor();
  expect(await page.getByRole('checkbox', { name: /Brådskande/ }).isChecked()).toBe(true);
});

test('two windows have a desk each, and what one was writing when it was closed is a draft in the other', async ({
  signedIn,
  world,
}) => {
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Anna');
  const second = await page.context().newPage();
  await second.goto('/desk');
  for (const [window, matter] of [
    [second, 'Det andra.'],
    [page, 'Det första.'],
  ] as const) {
    await window.bringToFront();
    await untilFocused(window, callField(window));
    await openClient(window, world.number);
    await openPerson(window, 'anna');
    await matterField(window).fill(matter);
  }

  await second.reload();
  await matterField(second).waitFor();
  const kept = await matterField(second).inputValue();
  await second.close();
  await page.reload();
  await matterField(page).waitFor();
  const own = await matterField(page).inputValue();
  await page.getByText('Oskickat utkast från').waitFor();
  await page.getByRole('button', { name: 'Fortsätt' }).click();

  await expect.poll(() => matterField(page).inputValue()).toBe('Det andra.');
  expect([kept, own]).toEqual(['Det andra.', 'Det första.']);
});

describe('Esc goes one step back', () => {
  test('from an empty call to ending it without a message, which is only counted', async ({ signedIn, world }) => {
    const page = await signedIn('operator', '/desk');
    await untilFound(world, 'Anna');
    await openClient(page, world.number);
    await openPerson(page, 'anna');

    await page.keyboard.press('Escape');
    await untilFocused(page, personSearch(page));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('3');
    await untilFocused(page, callField(page));

    const day = dayOf(Date.parse(await world.runner.now()));
    const counted = async () =>
      (await world.call('GET', world.path(`/calls?from=${day}&until=${day}`))).body.days?.[0]?.salesCall;
    await expect.poll(counted).toBe(1);
    expect(await messagesOf(world)).toEqual([]);
  });

  test('from a form with text to the resting place, where the draft waits', async ({ signedIn, world }) => {
    const page = await signedIn('operator', '/desk');
    await openClient(page, world.number);
    await matterField(page).focus();
    await page.keyboard.type('Halva ärendet');

    await page.keyboard.press('Escape');
    await untilFocused(page, callField(page));

    expect(await page.locator('.strip.draft').textContent()).toContain(world.name);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.greeting');
    expect(await matterField(page).inputValue()).toBe('');
  });
});

test('the last sent is corrected or taken back by one key in the empty field', async ({ signedIn, world }) => {
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Anna');
  await openClient(page, world.number);
  await openPerson(page, 'anna');
  await matterField(page).focus();
  await page.keyboard.type('Kaklet kommer på torsdag.');
  await page.keyboard.press('Control+Enter');
  await strip(page).waitFor();
  await untilFocused(page, callField(page));

  await page.keyboard.press('ArrowUp');
  await page.getByRole('dialog', { name: 'Rätta meddelandet' }).waitFor();
  await page.keyboard.press('Escape');
  await untilFocused(page, callField(page));
  await page.keyboard.press('Delete');
  await page.getByRole('dialog', { name: 'Återta meddelandet' }).waitFor();
  await page.keyboard.press('Escape');
  await untilFocused(page, callField(page));
  await page.keyboard.press('F1');

  await page.getByRole('dialog', { name: 'Tangenter' }).waitFor();
  await axeAll(page);
});

describe('while the service does not take it', () => {
  test('the form clears, the message waits, and goes out by itself', async ({ signedIn, world, expecting }) => {
    expecting([503]);
    const page = await signedIn('operator', '/desk');
    await openClient(page, world.number);
    const problem = { status: 503, contentType: 'text/plain', body: 'away' };
    await page.route('**/messages', (route) => route.fulfill(problem));
    await openInbox(page);
    await matterField(page).focus();
    await page.keyboard.type('Det brinner.');

    await page.keyboard.press('Control+Enter');
    await page.locator('.strip.waits').waitFor();
    await untilFocused(page, callField(page));
    await page.unroute('**/messages');
    await page.evaluate(`dispatchEvent(new Event('focus'))`);

    await strip(page).waitFor();
    expect((await messagesOf(world)).map(({ matter }) => matter)).toEqual(['Det brinner.']);
  });

  test('what it refuses later says so in red, and is in the form again by one press', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([503, 409]);
    const page = await signedIn('operator', '/desk');
    await openClient(page, world.number);
    await page.route('**/messages', (route) => route.fulfill({ status: 503, contentType: 'text/plain', body: 'away' }));
    await openInbox(page);
    await matterField(page).focus();
    await page.keyboard.type('Det brinner.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.strip.waits').waitFor();
    const { headers } = await world.call('GET', world.path());
    await world.call('PATCH', world.path(), { body: { status: 'paused' }, ifMatch: headers.get('etag') ?? '' });
    await page.unroute('**/messages');
    await page.evaluate(`dispatchEvent(new Event('focus'))`);

    const refused = page.locator('.strip.refused');
    await refused.waitFor();
    expect(await refused.textContent()).toContain('pausad');
    await refused.getByRole('button', { name: 'Öppna' }).press('Enter');

    await expect.poll(() => matterField(page).inputValue()).toBe('Det brinner.');
    expect(await refused.count()).toBe(0);
  });

  test('what it refuses stays in the form, with the reason', async ({ signedIn, world, expecting }) => {
    expecting([409]);
    const page = await signedIn('operator', '/desk');
    await openClient(page, world.number);
    const { headers } = await world.call('GET', world.path());
    await world.call('PATCH', world.path(), { body: { status: 'paused' }, ifMatch: headers.get('etag') ?? '' });
    await openInbox(page);
    await matterField(page).focus();
    await page.keyboard.type('Det brinner.');

    await page.keyboard.press('Control+Enter');
    await page.locator('.desk-refused').waitFor();

    expect(await page.locator('.desk-refused').textContent()).toContain('pausad');
    expect(await matterField(page).inputValue()).toBe('Det brinner.');
  });
});

test('a supervisor writes in a call of yesterday', async ({ signedIn, world }) => {
  const page = await signedIn('supervisor', '/desk');
  const dayBefore = dayOf(Date.parse(await world.runner.now()) - 24 * 3_600_000);
  await page.getByRole('button', { name: 'Samtal i efterhand' }).press('Enter');
  await page.locator('#field-late-day').fill(dayBefore);
  await page.locator('#field-late-time').fill('14:10');
  await page.keyboard.press('Enter');
  await untilFocused(page, callField(page));
  await openClient(page, world.number);
  await openInbox(page);
  await matterField(page).fill('Ringde i går.');

  await page.keyboard.press('Control+Enter');
  await strip(page).waitFor();

  const [message] = await messagesOf(world);
  expect(inStockholm(Date.parse(message.takenAt))).toBe(`${dayBefore} 14:10`);
  expect(message.enteredAt).not.toBeNull();
});

test('axe finds nothing in any state of a call, and nothing is wider than a telephone', async ({ signedIn, world }) => {
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Anna');
  const width = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');

  await axeAll(page);
  await openClient(page, world.number);
  await page.keyboard.type('an');
  await page.getByRole('option').first().waitFor();
  await axeAll(page);
  await page.keyboard.press('Enter');
  await untilFocused(page, nameField(page));
  await page.locator('#field-phone').fill('0701740630');
  await matterField(page).fill('Gäller 811218-9876.');
  await page.keyboard.press('F8');
  await page.locator('.form-more summary').press('Enter');
  await axeAll(page);

  await page.setViewportSize({ width: 320, height: 640 });
  expect(await width()).toBeLessThanOrEqual(0);
});
