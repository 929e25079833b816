// The privacy officer's work on one request: what is written outlives what others do, what fails, and what is shut too early.
import { expect } from 'vitest';
import { axe } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { aRequest, button, dialog } from '#test/support/request-page.ts';

test('a correction takes nobody’s: another field of a colleague stays, and the same one is shown first', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([412]);
  const request = await aRequest(world, 'access');
  const page = await signedIn('privacyOfficer', request.page);
  const write = async (text: string) => {
    await dialog(page).getByLabel('Anteckningar').fill(text);
    await dialog(page).getByRole('button', { name: 'Spara' }).click();
  };
  await button(page, 'Ändra uppgifterna').click();
  await dialog(page).getByLabel('Anteckningar').fill('Ring');
  await request.change({ contact: 'eva@ek.example' });
  await write('Ring efter fem.');
  await dialog(page).waitFor({ state: 'hidden' });
  expect(await request.read()).toMatchObject({ contact: 'eva@ek.example', notes: 'Ring efter fem.' });

  await button(page, 'Ändra uppgifterna').click();
  await dialog(page).getByLabel('Anteckningar').fill('Ring');
  await request.change({ notes: 'Hon har ringt.' });
  await write('Ring efter sex.');
  await dialog(page).getByRole('link', { name: 'Någon annan har skrivit: Hon har ringt.' }).waitFor();
  expect((await request.read()).notes).toBe('Hon har ringt.');
  await dialog(page).getByRole('button', { name: 'Spara' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
  expect((await request.read()).notes).toBe('Ring efter sex.');
});

test('what is written in a step stays when it is not sent or is shut by mistake, and goes when it is sent', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([503]);
  const request = await aRequest(world, 'rectification');
  const page = await signedIn('privacyOfficer', request.page);
  const save = () => dialog(page).getByRole('button', { name: 'Spara' }).click();
  const shut = () => dialog(page).getByRole('button', { name: 'Stäng' }).click();
  const openAgain = async (step: string, field: string) => {
    await button(page, step).click();
    return dialog(page).getByLabel(field);
  };
  await page.route(/\/steps$/, (route) => route.fulfill({ status: 503 }));
  const said = 'Vad kunden har sagt, eller var det står';
  await (await openAgain('Skriv ner kundens instruktion', said)).fill('Bara numret.');
  await save();
  await dialog(page).getByRole('link', { name: 'Välj hur kunden gav instruktionen.' }).click();
  await dialog(page).getByLabel('Hur gav kunden den?').selectOption('telefon');
  await save();
  await dialog(page).getByText('Något gick fel hos oss.').waitFor();
  await shut();
  await (await openAgain('Anteckna vem som frågar', 'Anteckning')).fill('Ringde växeln.');
  await shut();
  await page.unroute(/\/steps$/);
  await page.reload();

  const note = await openAgain('Anteckna vem som frågar', 'Anteckning');
  await expect.poll(() => note.inputValue()).toBe('Ringde växeln.');
  await save();
  const text = await openAgain('Skriv ner kundens instruktion', said);
  await expect.poll(() => text.inputValue()).toBe('Bara numret.');
  await save();
  await dialog(page).waitFor({ state: 'hidden' });
  expect(await request.read()).toMatchObject({
    identity: { note: 'Ringde växeln.' },
    instruction: { text: 'Bara numret.', given: 'telephone' },
  });
  // A correction of somebody else, with another note: a draft that was left would stand in its place.
  await request.step({ step: 'identify', method: 'document', note: 'Visade pass.' });
  await page.reload();
  const noted = await openAgain('Anteckna vem som frågar', 'Anteckning');
  await expect.poll(() => noted.inputValue()).toBe('Visade pass.');
  expect(await dialog(page).getByText('Det du skrev då finns kvar.').count()).toBe(0);
  await shut();

  await (await openAgain('Avsluta', 'Svaret till personen')).fill('Numret är rättat.');
  await dialog(page).getByRole('button', { name: 'Avsluta' }).click();
  await page.getByRole('heading', { name: 'Svaret till personen' }).waitFor();
  expect((await request.read()).closing.text).toBe('Numret är rättat.');
});

test('a longer time is given once, and what the person is to be told of it stands there to be copied', async ({
  signedIn,
  world,
}) => {
  const request = await aRequest(world, 'access');
  const page = await signedIn('privacyOfficer', request.page);
  await button(page, 'Förläng tiden').click();
  await dialog(page)
    .getByText(/^Bara en gång/)
    .waitFor();
  await dialog(page).getByLabel('det är många på en gång').check();
  await dialog(page).getByRole('button', { name: 'Förläng tiden' }).click();

  const told = page.getByRole('region', { name: 'Beskedet till personen om den längre tiden' });
  await told.getByText('eftersom vi har fått många begäranden').waitFor();
  await axe(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await told.getByRole('button', { name: 'Kopiera texten' }).click();
  await page.getByRole('complementary').getByText('Texten är kopierad.').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe((await request.read()).extension.sv);
  expect(await button(page, 'Förläng tiden').count()).toBe(0);
});

test('of our own records we decide ourselves, and are told where accounts are removed', async ({ signedIn, world }) => {
  const request = await aRequest(world, 'erasure', 'service');
  await request.step({ step: 'identify', method: 'knownToClient' });
  const page = await signedIn('privacyOfficer', request.page);
  await page.getByText(/: vi känner personen$/).waitFor();
  expect(await button(page, 'Lämna till kunden').count()).toBe(0);
  await button(page, 'Besluta').click();
  expect(await dialog(page).getByLabel('Hur gav kunden den?').count()).toBe(0);
  await axe(page);
  await dialog(page).getByRole('button', { name: 'Spara' }).click();
  await page.getByText('Beslut: gör det').waitFor();
  await page.route(/\/report$/, async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    if (body.search) body.search.state = 'running';
    await route.fulfill({ response, json: body });
  });
  await button(page, 'Sök efter personen').click();
  await page.getByText(/^Sökningen pågår/).waitFor();
  await page.getByText('Sökningen började').waitFor();
  expect(await page.getByText('Sökningen är klar').count()).toBe(0);

  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.getByText(/^Gå igenom det som hittades. Be sedan en gruppledare/).waitFor();
  await page.getByRole('listitem').getByText('Sökningen är klar').waitFor();
  await axe(page);
});
