// Signing in and out through the real redirect: each role comes to its door, and nobody goes in circles.
import { describe, expect } from 'vitest';
import { axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { INSIDE, openSignedIn } from '#test/support/sign-in-page.ts';

const pathOf = (page: { url(): string }): string => new URL(page.url()).pathname;

describe('each role comes to its door', () => {
  test('an operator to the desk', async ({ signedIn }) => {
    const page = await signedIn('operator');

    expect(pathOf(page)).toBe('/desk');
    await axeAll(page);
  });

  test('a supervisor to the desk, with clients and operators in the menu', async ({ signedIn }) => {
    const page = await signedIn('supervisor');

    expect(pathOf(page)).toBe('/desk');
    expect(await page.locator('nav a[href="/operators"]').count()).toBe(1);
  });

  test('a privacy officer to the subject requests', async ({ signedIn }) => {
    expect(pathOf(await signedIn('privacyOfficer'))).toBe('/requests');
  });

  test('an admin of a client to its messages, and a staff member to their own start', async ({ signedIn, world }) => {
    const [admin, staffMember] = await Promise.all([signedIn(world.admin), signedIn(world.staffMember)]);

    expect(pathOf(admin)).toBe(`/c/${world.clientId}/messages`);
    expect(pathOf(staffMember)).toBe(`/c/${world.clientId}/me`);
  });
});

test('whoever asked for a page comes to it, and a second window is let in unseen', async ({ signedIn }) => {
  const page = await signedIn('supervisor', '/operators');
  const second = await page.context().newPage();
  await second.goto('/settings');

  await second.waitForSelector(INSIDE);

  expect([pathOf(page), pathOf(second)]).toEqual(['/operators', '/settings']);
});

test('a computer whose clock is five hours wrong signs in all the same', async ({ newContext }) => {
  const context = await newContext();
  await context.clock.install({ time: Date.now() + 5 * 3_600_000 });

  const page = await openSignedIn(context, 'operator', '/settings');

  expect(pathOf(page)).toBe('/settings');
});
