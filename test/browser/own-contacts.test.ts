// The ways to reach a person, changed by themselves: what is wrong, and what others change at the same time.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { type Json, made } from '#test/support/http-world.ts';
import { changePerson, readPerson } from '#test/support/person-calls.ts';

const telephone = { viewport: { width: 390, height: 844 } };

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('the ways to be reached', () => {
  const open = async (page: Page) => {
    await page.getByRole('link', { name: 'Ändra nummer och e-post' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nummer och e-post' }).waitFor();
  };
  const numbersOf = async (world: BrowserWorld) =>
    (await readPerson(world, world.anna.id)).phones.map(({ number }: Json) => number);

  test('are changed by the person, and what is wrong is said beside its field', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([400]);
    const page = await signedIn(world.staffMember, '/', telephone);
    await open(page);
    await button(page, 'Lägg till nummer').click();
    await page.getByLabel('Nummer', { exact: true }).nth(1).fill('inget nummer');

    await button(page, 'Spara').click();

    await page.getByRole('link', { name: /^Nummer: / }).waitFor();
    await page.getByLabel('Nummer', { exact: true }).nth(1).fill('070-174 06 12');
    await button(page, 'Spara').click();
    await page.getByText('Dina kontaktuppgifter är sparade.').last().waitFor();
    expect(await numbersOf(world)).toEqual(['+46701740610', '+46701740612']);
  });

  test('that somebody else changes too are both kept, until the person has chosen', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([412]);
    const page = await signedIn(world.staffMember);
    await open(page);
    await page.getByLabel('Nummer', { exact: true }).fill('070-174 06 13');
    await changePerson(world, world.anna.id, { phones: [{ number: '070-174 06 14' }] });

    await button(page, 'Spara').click();

    await page.locator('.banner.warn', { hasText: '070-174 06 14' }).waitFor();
    expect(await page.getByLabel('Nummer', { exact: true }).inputValue()).toBe('070-174 06 13');
    await axeAll(page);
    await button(page, 'Spara det jag skrev').click();
    await page.getByText('Dina kontaktuppgifter är sparade.').last().waitFor();
    expect(await numbersOf(world)).toEqual(['+46701740613']);
  });

  test('stand beside what others change elsewhere', async ({ signedIn, world, expecting }) => {
    expecting([412]);
    const page = await signedIn(world.staffMember);
    await open(page);
    await page.getByLabel('Nummer', { exact: true }).fill('070-174 06 13');
    await changePerson(world, world.anna.id, { title: 'Platschef' });

    await button(page, 'Spara').click();

    await page.getByText('Dina kontaktuppgifter är sparade.').last().waitFor();
    expect(await readPerson(world, world.anna.id)).toMatchObject({ title: 'Platschef' });
    expect(await numbersOf(world)).toEqual(['+46701740613']);
  });

  test('of an admin show where nothing is sent any more, which is lifted; an admin changes the language too', async ({
    signedIn,
    world,
    runner,
  }) => {
    const { email } = await world.addUser('clientAdmin', world.anna.id);
    await runner.setFaults({ email: 'bounce', count: 1 });
    await made(world.take({ staffId: world.anna.id, matter: 'Kaklet kommer.' }));
    const stopped = async (): Promise<Json[]> =>
      (await made(world.call('GET', world.path('/suppressions')), 200)).items;
    await expect.poll(stopped, { timeout: 20_000 }).toHaveLength(1);
    const page = await signedIn(email, `/c/${world.clientId}/me`);
    await open(page);
    await page.getByText(/Inget skickas hit sedan .*: adressen finns inte\./).waitFor();
    await axe(page);

    await button(page, 'Skicka hit igen').click();

    await page.getByText(/Inget skickas hit sedan/).waitFor({ state: 'detached' });
    expect(await stopped()).toEqual([]);
    await page.getByLabel('Engelska').check();
    await button(page, 'Spara').click();
    await page.getByText('Dina kontaktuppgifter är sparade.').last().waitFor();
    expect(await readPerson(world, world.anna.id)).toMatchObject({ language: 'en' });
  });
});
