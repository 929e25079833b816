// Requests that went round the firewall, where the stage has one origin for its API.
import { expect, test } from 'vitest';
import { cameThroughEdge } from '#shared/origin.ts';

test.each<[string, Record<string, string>, string, boolean]>([
  ['with the word', { 'x-origin': 'a-long-word' }, 'a-long-word', true],
  ['with another word', { 'x-origin': 'a-long-ward' }, 'a-long-word', false],
  ['with a part of it', { 'x-origin': 'a-long' }, 'a-long-word', false],
  ['without any', {}, 'a-long-word', false],
  ['without any, where nobody asks for one', {}, '', true],
])('%s', (_, headers, secret, expected) => {
  expect(cameThroughEdge({ headers }, secret)).toBe(expected);
});
