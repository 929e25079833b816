// What a problem says to the caller.
import { readFileSync } from 'node:fs';
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

test('the guide to the API lists every code, with its status, and no other', () => {
  const guide = readFileSync('docs/api.md', 'utf8').split('\n## Errors\n')[1]?.split('\n## ')[0] ?? '';
  const rows = [...guide.matchAll(/^\| (\d{3}(?:, \d{3})*) +\| (.*?) +\|/gm)];
  const listed = rows.flatMap(([, statuses = '', codes = '']) =>
    [...codes.matchAll(/`([^`]+)`/g)].map(([, code = '']) => ({ code, statuses: statuses.split(', ') })),
  );

  expect(listed.map(({ code }) => code).toSorted()).toEqual(Object.keys(problems).toSorted());
  for (const { code, statuses } of listed)
    expect(statuses, code).toContain(String(problems[code as keyof typeof problems].status));
});
