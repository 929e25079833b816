// When a screen is locked, and the way back from the login pages.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { idleState } from '#web/session/idle.ts';
import {
  loginLasts,
  mayRedirect,
  noteLogin,
  ownPath,
  rememberSignIn,
  stayOut,
  staysOut,
  takeSignIn,
  whyOut,
} from '#web/session/way-back.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
});

test.each([
  [0, 'there'],
  [8 * MINUTE - 1, 'there'],
  [8 * MINUTE, 'warned'],
  [10 * MINUTE - 1, 'warned'],
  [10 * MINUTE, 'idle'],
])('a desk of ten minutes that was quiet for %i ms: %s', (quietMs, state) => {
  expect(idleState(NOW - quietMs, NOW, 10)).toBe(state);
});

describe('the way back', () => {
  const underWay = { state: 's', nonce: 'n', verifier: 'v', returnTo: '/desk', begunAtMs: NOW };

  test('is taken once, and within ten minutes', () => {
    rememberSignIn(underWay);
    const first = takeSignIn(NOW + 10 * MINUTE - 1);
    const second = takeSignIn(NOW);
    rememberSignIn(underWay);

    expect([first, second]).toEqual([underWay, undefined]);
    expect(takeSignIn(NOW + 10 * MINUTE)).toBeUndefined();
  });

  test.each([
    ['/c/cli_1/messages', '/c/cli_1/messages'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    [undefined, '/'],
  ])('leads to a path of our own: %s to %s', (asked, path) => {
    expect(ownPath(asked)).toBe(path);
  });

  test('is no circle: one redirect of its own accord in ten seconds', () => {
    expect([mayRedirect(NOW), mayRedirect(NOW + 9_999), mayRedirect(NOW + 10_000)]).toEqual([true, false, true]);
  });
});

test('whoever was locked out stays out until a button is pressed', () => {
  const before = staysOut();

  stayOut('idle');

  expect([before, staysOut(), whyOut()]).toEqual([false, true, 'idle']);
});

test('the session of the login pages that is not ended yet is known to every window, until it is', () => {
  noteLogin(true);
  const lasts = loginLasts();
  noteLogin(false);

  expect([lasts, loginLasts()]).toEqual([true, false]);
});
