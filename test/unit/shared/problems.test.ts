// What a problem says to the caller.
import { expect, test } from 'vitest';
import { problemBody, problems } from '#shared/problems.ts';

test('every problem has a type of its own, its status, and no more than was said', () => {
  for (const [code, { status, title }] of Object.entries(problems))
    expect(problemBody(code as keyof typeof problems)).toEqual({
      type: `urn:answeronline:problem:${code}`,
      title,
      status,
      code,
      // What has gone by its time says so; everything else somebody asked for.
      ...(code === 'erased' && { because: 'request' }),
    });
  const cause = new Error('Eva Ek');
  expect(JSON.stringify(problemBody('erased', { erasedAt: '2026-11-23T08:00:00.000Z', cause }))).not.toContain('Eva');
});
