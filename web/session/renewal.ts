// The tokens of this tab, in memory alone: given out, renewed at four fifths of their life, one renewal at a time.
import type { Renewed, Tokens } from '#web/session/oauth.ts';

interface Held {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly renewAtMs: number;
  readonly endsAtMs: number;
}

interface Renewal {
  readonly renew: (refresh: string) => Promise<Renewed>;
  readonly nowMs: () => number;
  /** The session is over: nothing can be renewed any more. */
  readonly over: () => void;
}

const RENEW_AT = 0.8;

export class HeldTokens {
  readonly #renewal: Renewal;
  #held: Held | undefined;
  #underWay: Promise<string | undefined> | undefined;

  constructor(renewal: Renewal) {
    this.#renewal = renewal;
  }

  get refresh(): string | undefined {
    return this.#held?.refresh;
  }

  /** When the timer is to renew; undefined without tokens. */
  get renewAtMs(): number | undefined {
    return this.#held?.renewAtMs;
  }

  hold(tokens: Tokens): void {
    const nowMs = this.#renewal.nowMs();
    const lifeMs = tokens.expiresInSeconds * 1000;
    this.#held = {
      access: tokens.access,
      // An answer without one leaves the one that was used as it is.
      refresh: tokens.refresh ?? this.#held?.refresh,
      renewAtMs: nowMs + lifeMs * RENEW_AT,
      endsAtMs: nowMs + lifeMs,
    };
  }

  drop(): void {
    this.#held = undefined;
    this.#underWay = undefined;
  }

  /** The API did not take this token: the next `get` renews it. A late word on the one before costs no renewal. */
  refused(token: string): void {
    if (this.#held?.access === token) this.#held = { ...this.#held, renewAtMs: 0, endsAtMs: 0 };
  }

  /** A token that holds; undefined when the session is over. While the service is away the old one as long as it lives. */
  async get(): Promise<string | undefined> {
    const held = this.#held;
    if (!held) return undefined;
    if (this.#renewal.nowMs() < held.renewAtMs) return held.access;
    this.#underWay ??= this.#renewed(held).finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #renewed(held: Held): Promise<string | undefined> {
    const outcome: Renewed = held.refresh === undefined ? { kind: 'over' } : await this.#renewal.renew(held.refresh);
    // Somebody has signed out meanwhile: what came too late is not taken up.
    if (this.#held === undefined) return undefined;
    if (outcome.kind === 'tokens') {
      this.hold(outcome.tokens);
      return this.#held.access;
    }
    if (outcome.kind === 'away') {
      // A TypeError is what a fetch without network throws: whoever asked sees "away", not "signed out".
      if (this.#renewal.nowMs() >= held.endsAtMs) throw new TypeError('The sign-in service is away');
      return held.access;
    }
    this.drop();
    this.#renewal.over();
    return undefined;
  }
}
