// The walk through the privacy desk, in both languages on a runner of its own, prints what docs/privacy.md shows.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRunner, type TestRunner } from '#test/support/runner.ts';
import { readPrivacy } from '#test/support/write-privacy.ts';
import { shapeOf, walkIn, walkLanguages, walkOn } from '#test/support/write-walk.ts';

let runner: TestRunner;

beforeAll(async () => {
  runner = await startRunner();
});
afterAll(() => runner.stop());

test.each(walkLanguages)('the walk in %s', async (language) => {
  const printed = await walkOn(runner.origin, language);

  // `npm run walk` writes it anew.
  expect(shapeOf(printed)).toBe(shapeOf(walkIn(readPrivacy(), language)));
});
