// The fragment that a switchboard opens the desk with.
import { expect, test } from 'vitest';
import { readCallLink } from '#web/session/call-link.ts';

test.each([
  ['#nummer=0846500410', { number: '0846500410' }],
  ['#nummer=0846500410&fran=0701740630', { number: '0846500410', from: '0701740630' }],
  ['#nummer=+46846500410&fran=%2B46701740630', { number: '+46846500410', from: '+46701740630' }],
  ['#fran=0701740630&nummer=08-465%20004%2010', { number: '08-465 004 10', from: '0701740630' }],
  ['#nummer=0846500410&fran=anonymous', { number: '0846500410' }],
  ['#content', undefined],
  ['', undefined],
  ['#nummer=', undefined],
  ['#nummer=<script>', undefined],
  [`#nummer=${'1'.repeat(40)}`, undefined],
])('%s', (fragment, link) => {
  expect(readCallLink(fragment)).toEqual(link);
});
