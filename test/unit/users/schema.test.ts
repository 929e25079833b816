// What an invitation may say.
import { expect, it } from 'vitest';
import { MachineClientInput, UserInput } from '#users/schema.ts';

const karin = { email: 'Karin.Ek@Nordvik.Example', name: ' Karin Ek ', role: 'clientAdmin' };

it('keeps addresses in lower case and names trimmed, as sign-in sees them', () => {
  expect(UserInput().parse(karin)).toEqual({
    email: 'karin.ek@nordvik.example',
    name: 'Karin Ek',
    role: 'clientAdmin',
  });
});

it.each([
  ['a role of the service', { ...karin, role: 'operator' }],
  ['a staff member without a name in the register', { ...karin, role: 'staffMember' }],
  ['an address with a line break', { ...karin, email: 'karin@nordvik.example\r\n' }],
  ['an over-long name', { ...karin, name: 'k'.repeat(201) }],
  ['an unknown field', { ...karin, state: 'active' }],
])('refuses %s', (_, input) => {
  expect(UserInput().safeParse(input).success).toBe(false);
});

it('gives the right to sign to nobody but a client admin', () => {
  const staff = { ...karin, role: 'staffMember', staffId: 'stf_01ARZ3NDEKTSV4RRFFQ69G5FAV' };

  expect(UserInput().safeParse({ ...karin, maySign: true }).success).toBe(true);
  expect(UserInput().safeParse({ ...staff, maySign: true }).success).toBe(false);
});

it('gives machine clients no scope that manages access', () => {
  const input = { name: 'Växeln', scopes: ['access.manage'], clientIds: ['cli_01ARZ3NDEKTSV4RRFFQ69G5FAV'] };

  expect(MachineClientInput().safeParse(input).success).toBe(false);
});
