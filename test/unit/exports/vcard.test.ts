// A person as a vCard: what is in it, and that no value can end or part what it stands in.
import { expect, test } from 'vitest';
import { vcardOf } from '#exports/vcard.ts';
import type { StaffMember } from '#staff/schema.ts';

const staff: StaffMember = {
  id: 'stf_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  clientId: 'cli_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  kind: 'person',
  name: 'Åsa Öhman',
  alsoKnownAs: ['Åsan'],
  pronunciation: null,
  language: 'sv',
  title: 'Ekonomichef',
  department: 'Ekonomi',
  phones: [{ label: 'Mobil', number: '+46701740650', mayTell: false, mayConnect: true }],
  emails: [{ label: null, address: 'asa.ohman@nordvik.example', mayTell: true }],
  connect: 'ask',
  keywords: ['fakturor', 'lön'],
  answerNote: null,
  answerNotes: [],
  absence: null,
  nextAbsence: null,
  protected: false,
  active: true,
  createdAt: '2026-11-01T08:00:00.000Z',
  updatedAt: '2026-11-02T09:30:00.000Z',
};
const linesOf = (card: string) => card.split('\r\n').slice(0, -1);

test('holds what an address book takes', () => {
  expect(linesOf(vcardOf(staff, 'Nordvik Bygg'))).toEqual([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'UID:urn:answeronline:stf_01ARZ3NDEKTSV4RRFFQ69G5FAV',
    'KIND:individual',
    'FN:Åsa Öhman',
    'NICKNAME:Åsan',
    'ORG:Nordvik Bygg;Ekonomi',
    'TITLE:Ekonomichef',
    'TEL;VALUE=uri;TYPE=work;LABEL="Mobil":tel:+46701740650',
    'EMAIL;TYPE=work:asa.ohman@nordvik.example',
    'LANG:sv',
    'CATEGORIES:fakturor,lön',
    'REV:20261102T093000Z',
    'END:VCARD',
  ]);
});

test('a function is a group, and what is not said has no line', () => {
  const card = vcardOf(
    { ...staff, kind: 'function', title: null, department: null, keywords: [], alsoKnownAs: [] },
    'Nordvik',
  );

  expect(card).toContain('KIND:group\r\n');
  expect(card).toContain('ORG:Nordvik\r\n');
  expect(card).not.toMatch(/TITLE|CATEGORIES|NICKNAME/);
});

test('no value begins a line, a field or a card of its own', () => {
  const evil = 'A\r\nEND:VCARD\nB;C,D\\E"F';
  const card = vcardOf(
    {
      ...staff,
      name: evil,
      department: evil,
      phones: [{ ...staff.phones[0], label: evil } as (typeof staff.phones)[0]],
    },
    evil,
  );

  expect(linesOf(card).filter((line) => line === 'END:VCARD')).toHaveLength(1);
  expect(card).toContain('FN:A\\nEND:VCARD\\nB\\;C\\,D\\\\E"F\r\n');
  expect(card.replaceAll('\r\n ', '')).toContain('LABEL="A  END:VCARD B;C,D\\E F":tel:');
});

test('a long line is folded at 75 octets, between letters', () => {
  const card = vcardOf({ ...staff, name: 'Å'.repeat(100) }, 'Nordvik');

  for (const line of linesOf(card)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(card.replaceAll('\r\n ', '')).toContain(`FN:${'Å'.repeat(100)}\r\n`);
});
