// An engine for the tests of a file.
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Engine, startEngine } from '#test/support/started-engine.ts';
import { takeRefused } from '#test/support/under-grants.ts';

export { type Engine, MONDAY_MORNING_MS, type World } from '#test/support/started-engine.ts';

/** An engine for the tests of a file: there before the first of them, gone after the last. */
export function useEngine(): Engine {
  let started: Awaited<ReturnType<typeof startEngine>> | undefined;
  beforeAll(async () => {
    started = await startEngine();
  });
  afterEach(() => expect(takeRefused()).toEqual([]));
  afterAll(() => started?.stop());
  return {
    world() {
      if (!started) throw new Error('The engine is there when the tests run, not before');
      return started.world();
    },
  };
}
