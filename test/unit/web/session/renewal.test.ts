// The tokens of a tab: one renewal at a time, the newest refresh token, and an end only where the service says so.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Renewed } from '#web/session/oauth.ts';
import { HeldTokens } from '#web/session/renewal.ts';

const renewedTo = (n: number, { refresh }: { refresh: string | undefined } = { refresh: `refresh-${n}` }): Renewed => ({
  kind: 'tokens',
  tokens: { access: `access-${n}`, refresh, expiresInSeconds: 900, subject: undefined },
});

let nowMs: number;
const renew = vi.fn<(refresh: string) => Promise<Renewed>>();
const over = vi.fn();
let held: HeldTokens;

beforeEach(() => {
  nowMs = 1_800_000_000_000;
  renew.mockReset();
  over.mockReset();
  held = new HeldTokens({ renew, over, nowMs: () => nowMs });
  held.hold({ access: 'access-1', refresh: 'refresh-1', expiresInSeconds: 900, subject: 'sub' });
});

const pass = (seconds: number) => {
  nowMs += seconds * 1000;
};

test('a token is given out as it is for four fifths of its life', async () => {
  pass(719);

  expect(await held.get()).toBe('access-1');
  expect(renew).not.toHaveBeenCalled();
});

describe('then', () => {
  test('it is renewed once for all who ask at the same time, and the new refresh token takes the place of the old', async () => {
    renew.mockResolvedValueOnce(renewedTo(2)).mockResolvedValueOnce(renewedTo(3));
    pass(720);

    const given = await Promise.all([held.get(), held.get(), held.get()]);
    pass(720);
    await held.get();

    expect(given).toEqual(['access-2', 'access-2', 'access-2']);
    expect(renew.mock.calls).toEqual([['refresh-1'], ['refresh-2']]);
  });

  test('an answer without a refresh token leaves the one that there is', async () => {
    renew.mockResolvedValue(renewedTo(2, { refresh: undefined }));
    pass(720);

    await held.get();

    expect(held.refresh).toBe('refresh-1');
  });

  test('while the service is away the old one is given out to its end, and after it the caller is told away, not out', async () => {
    renew.mockResolvedValue({ kind: 'away' });
    pass(720);
    const still = await held.get();
    pass(180);

    await expect(held.get()).rejects.toThrow(TypeError);

    expect(still).toBe('access-1');
    expect(held.refresh).toBe('refresh-1');
    expect(over).not.toHaveBeenCalled();
  });

  test('a refresh token that is good for nothing ends the session, once', async () => {
    renew.mockResolvedValue({ kind: 'over' });
    pass(720);

    const given = await Promise.all([held.get(), held.get()]);

    expect(given).toEqual([undefined, undefined]);
    expect(over).toHaveBeenCalledTimes(1);
    expect(await held.get()).toBeUndefined();
  });
});

test('a token that the API does not take is renewed at once', async () => {
  renew.mockResolvedValue(renewedTo(2));

  held.refused('access-1');

  expect(await held.get()).toBe('access-2');
});

test('an answer that comes after signing out is not taken up', async () => {
  renew.mockImplementation(async () => {
    held.drop();
    return renewedTo(2);
  });
  held.refused('access-1');

  expect(await held.get()).toBeUndefined();
  expect(held.refresh).toBeUndefined();
});

test('of many calls that were refused with one token the late ones cost no renewal more', async () => {
  renew.mockResolvedValueOnce(renewedTo(2)).mockResolvedValueOnce(renewedTo(3));
  held.refused('access-1');
  const first = await held.get();

  held.refused('access-1');

  expect([first, await held.get(), renew.mock.calls.length]).toEqual(['access-2', 'access-2', 1]);
});
