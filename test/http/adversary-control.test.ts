// The adversary put to the test: where the vault seals nothing, all of it is found.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as vault from '#shared/vault.ts';
import { changedCopy } from '#test/support/adversary/changed-copy.ts';
import { type Life, live } from '#test/support/adversary/life.ts';
import * as openVault from '#test/support/adversary/open-vault.ts';
import { type Spy, spyOn } from '#test/support/adversary/spy.ts';
import { startRunner, type TestRunner } from '#test/support/runner.ts';

openVault satisfies typeof vault;
const copy = changedCopy({ 'functions/shared/vault.ts': 'test/support/adversary/open-vault.ts' });

let runner: TestRunner;
let spy: Spy;
let life: Life;

beforeAll(async () => {
  runner = await startRunner({ root: copy.root, args: ['--tape'] });
  spy = await spyOn(runner);
  life = await live({ runner, spy }, { withTroubles: false });
});
afterAll(async () => {
  spy?.close();
  await runner?.stop();
  copy.remove();
});

/** What goes through the vault: keys of requests do not, and what is refused is not kept at all. */
const sealed = () => life.teller.secrets.filter(({ of }) => !['key', 'refused'].includes(of));

test('every text that should have been sealed stands open in the copies, and is where it may not be', () => {
  const found = spy.copies.open(sealed());
  const strays = spy.copies.strays(sealed());

  expect(sealed().filter(({ value }) => !found.has(value))).toEqual([]);
  for (const { of, leaf } of sealed())
    expect(strays.some((stray) => stray.startsWith('records') && stray.endsWith(`: ${of} ${leaf}`))).toBe(true);
});

test('a message whose keys are gone is still read', async () => {
  await life.teller.say('deleteMessage', {
    of: 'message by hand',
    params: { clientId: life.clientId, messageId: life.erasable.id },
  });
  const secrets = life.teller.secrets.filter(({ of }) => of === 'message by hand');

  const recovered = spy.copies.recover(secrets, []);

  expect(secrets.length).toBeGreaterThan(0);
  expect(secrets.filter(({ value }) => !recovered.has(value))).toEqual([]);
});
