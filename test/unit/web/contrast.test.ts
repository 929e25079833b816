// The colours can be told apart: WCAG's contrast, computed from tokens.css in both themes.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../../web/style/tokens.css', import.meta.url), 'utf8');

const colours = (theme: 0 | 1): Map<string, string> =>
  new Map(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(([, name = '', ...both]) => [
      name,
      both[theme] ?? '',
    ]),
  );

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['bg', 'surface', 'sunken'];
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['ink', ground, 7],
    ['quiet', ground, 4.5],
    ['accent', ground, 4.5],
    ['urgent', ground, 4.5],
    ['warn', ground, 4.5],
    ['info', ground, 4.5],
    ['line', ground, 3],
    ['focus', ground, 3],
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ...['accent', 'urgent', 'warn', 'info'].map((name): [string, string, number] => [
    `on-${name}-soft`,
    `${name}-soft`,
    4.5,
  ]),
];

test.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s theme every pair has the contrast it needs', (_, theme) => {
  const tokens = colours(theme);

  const tooWeak = pairs.filter(
    ([text, ground, least]) => !(contrast(tokens.get(text) ?? '', tokens.get(ground) ?? '') >= least),
  );

  expect(tooWeak).toEqual([]);
});
