// The adversary put to the test: where the vault seals nothing, all of it is found.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as vault from '#shared/vault.ts';
import { type Attack, attack } from '#test/support/adversary/attack.ts';
import { changedCopy } from '#test/support/adversary/changed-copy.ts';
import * as openVault from '#test/support/adversary/open-vault.ts';

openVault satisfies typeof vault;
const copy = changedCopy({ 'functions/shared/vault.ts': 'test/support/adversary/open-vault.ts' });

let it: Attack;

beforeAll(async () => {
  it = await attack({ withTroubles: false, root: copy.root });
});
afterAll(async () => {
  await it?.end();
  copy.remove();
});

/** What goes through the vault: keys of requests do not, and what is refused is not kept at all. */
const sealed = () => it.life.teller.secrets.filter(({ of }) => !['key', 'refused'].includes(of));

test('every text that should have been sealed stands open in the copies, and is where it may not be', () => {
  const found = it.spy.copies.open(sealed());
  const strays = it.spy.copies.strays(sealed());

  expect(sealed().filter(({ value }) => !found.has(value))).toEqual([]);
  for (const { of, leaf } of sealed())
    expect(strays.some((stray) => stray.startsWith('records') && stray.endsWith(`: ${of} ${leaf}`))).toBe(true);
});

test('a message whose keys are gone is still read', async () => {
  await it.life.teller.say('deleteMessage', {
    of: 'message by hand',
    params: { clientId: it.life.clientId, messageId: it.life.erasable.id },
  });
  const secrets = it.secretsOf('message by hand');

  const recovered = it.spy.copies.recover(secrets, []);

  expect(secrets.length).toBeGreaterThan(0);
  expect(secrets.filter(({ value }) => !recovered.has(value))).toEqual([]);
});
