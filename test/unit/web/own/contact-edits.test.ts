// Contact ways that two change at once: nobody's change is lost.
import { expect, test } from 'vitest';
import { type ContactEdit, type Contacts, collides, patchOf, rebased } from '#web/own/contact-edits.ts';

const phone = (number: string) => ({ label: null, number, mayTell: false, mayConnect: false });
const email = (address: string) => ({ label: null, address, mayTell: false });

const base: Contacts = { phones: [phone('+46701740610')], emails: [email('anna@nordvik.example')], language: 'sv' };
const edit = (mine: Partial<Contacts>): ContactEdit => ({ etag: '"1"', base, mine: { ...base, ...mine } });

test('only what was changed is sent, without space around it', () => {
  expect(patchOf(edit({ phones: [{ ...phone(' 070-174 06 11 '), label: '  ' }] }))).toEqual({
    phones: [phone('070-174 06 11')],
  });
  expect(patchOf(edit({ language: 'en' }))).toEqual({ language: 'en' });
  expect(patchOf(edit({}))).toEqual({});
});

test('two who change different lists do not meet, and both changes stand', () => {
  const mine = edit({ phones: [] });
  const theirs = { ...base, emails: [email('anna.lindqvist@nordvik.example')] };

  const next = rebased(mine, theirs, '"2"');

  expect(collides(mine, theirs)).toBe(false);
  expect(next.mine).toEqual({ ...theirs, phones: [] });
  expect([next.etag, patchOf(next)]).toEqual(['"2"', { phones: [] }]);
});

test('two who change the same list meet, unless they did the same', () => {
  const mine = edit({ phones: [] });

  expect(collides(mine, { ...base, phones: [phone('+46701740612')] })).toBe(true);
  expect(collides(mine, { ...base, phones: [] })).toBe(false);
});
