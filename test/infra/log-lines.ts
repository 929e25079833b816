// Lines of a function's log as Lambda writes them, and the patterns of CloudWatch that are to find them.
import { expect, vi } from 'vitest';

/** A pattern of CloudWatch Logs that is a regular expression: only what its syntax takes. */
export function asRegExp(pattern: string): RegExp {
  const [, expression = ''] = /^%([A-Za-z0-9:_#=@/;,^$?[\]{}|\\*+.-]+)%$/.exec(pattern) ?? [];
  expect(expression).not.toBe('');
  return new RegExp(expression);
}

/** The lines as Lambda keeps them: ours as a string in the runtime's own JSON, and as it would be without. */
export function linesInLambda(act: () => void): string[] {
  const said: string[] = [];
  const spies = (['info', 'warn'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((line: string) => {
      said.push(line);
    }),
  );
  act();
  for (const spy of spies) spy.mockRestore();
  expect(said).not.toEqual([]);
  return said.flatMap((message) => [
    message,
    JSON.stringify({ timestamp: '2026-11-24T02:47:33.420Z', level: 'INFO', requestId: 'an-id', message }),
  ]);
}
