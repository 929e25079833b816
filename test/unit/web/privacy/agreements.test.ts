// How agreements stand, and what is sent of who the service is and who works for it.
import { expect, test } from 'vitest';
import { byUrgency, type Standing, type SubProcessorDetails } from '#web/privacy/agreements.ts';
import { sizeOf } from '#web/privacy/files.ts';
import { bodyOf as detailsOf, filledOf as filledOfDetails } from '#web/privacy/service-form.tsx';
import { bodyOf, emptyFilled, filledOf, missingOf } from '#web/privacy/sub-processor-form.ts';

const standing = (clientName: string, changes: Partial<Standing>): Standing => ({
  clientId: 'cli_1',
  clientName,
  clientStatus: 'active',
  standing: 'signed',
  agreementId: 'agr_1',
  version: '2026-12',
  signedAt: '2026-11-29T10:00:00Z',
  signBefore: null,
  ...changes,
});

test('clients that need something stand first, what is due soonest above', () => {
  const all = [
    standing('Fine', {}),
    standing('Later', { standing: 'outdated', signBefore: '2027-03-01' }),
    standing('Over', { standing: 'ended' }),
    standing('Sooner', { standing: 'outdated', signBefore: '2027-01-01' }),
    standing('Late', { standing: 'overdue', signBefore: '2026-10-01' }),
    standing('Lacks', { standing: 'missing', signedAt: null }),
  ];

  expect(byUrgency(all).map(({ clientName }) => clientName)).toEqual([
    'Lacks',
    'Late',
    'Sooner',
    'Later',
    'Fine',
    'Over',
  ]);
});

const cloud: SubProcessorDetails = {
  name: 'Molnet AB',
  address: 'Storgatan 1, Stockholm',
  contact: 'dpo@molnet.example',
  country: 'SE',
  place: 'Stockholm',
  purpose: { sv: 'Drift', en: 'Hosting' },
  ultimateParent: { name: 'Cloud Inc.', country: 'US' },
  transfer: null,
};

test('a sub-processor that is filled in and sent again is the same', () => {
  expect(bodyOf(filledOf(cloud))).toEqual(cloud);
  expect(bodyOf({ ...filledOf(cloud), country: ' se ', parent: '', parentCountry: '' })).toMatchObject({
    country: 'SE',
    ultimateParent: null,
  });
});

test('what lacks is said, and of what comes in pairs the other half', () => {
  expect(missingOf(filledOf(cloud))).toEqual([]);
  expect(missingOf({ ...filledOf(cloud), place: ' ', transferSv: 'Beslut' })).toEqual(['place', 'transferEn']);
  expect(missingOf(emptyFilled)).toHaveLength(7);
});

test('the details of the service go back as they came, and empty numbers as none', () => {
  const details = {
    name: 'Svarsbolaget AB',
    organisationNumber: '556677-8899',
    address: 'Box 1',
    email: 'info@svar.example',
    phone: null,
    privacyContact: { name: 'Birgitta', email: 'dpo@svar.example', phone: '+4684650041' },
    signatory: { name: 'Gunnel', title: 'VD' },
  };

  expect(detailsOf(filledOfDetails(details))).toEqual(details);
  expect(filledOfDetails(null)['/name']).toBe('');
});

test.each([
  [0, '0', 'B'],
  [999, '999', 'B'],
  [3_400, '3,4', 'kB'],
  [128_000, '128', 'kB'],
  [52_400_000, '52', 'MB'],
])('%i bytes are %s %s', (bytes, size, unit) => {
  expect(sizeOf(bytes, 'sv')).toEqual({ size, unit });
});
