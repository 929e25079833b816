// What the OpenID provider remembers, in memory: sessions, codes, grants, refresh tokens. A restart signs everybody out.
import type { Adapter, AdapterConstructor, AdapterPayload } from 'oidc-provider';

export interface OidcStore {
  readonly adapter: AdapterConstructor;
  /** Forgets every session and refresh token of a person. */
  signOut(accountId: string): void;
}

interface Entry {
  payload: AdapterPayload;
  endsAt: number;
}

/** More than a laptop's people make in a day; the oldest go first. */
const MOST_ENTRIES = 20_000;

export function openOidcStore(): OidcStore {
  const entries = new Map<string, Entry>();
  const live = (entry: Entry | undefined) => (entry && entry.endsAt > Date.now() ? entry.payload : undefined);

  class MemoryAdapter implements Adapter {
    readonly #model: string;
    constructor(model: string) {
      this.#model = model;
    }
    async upsert(id: string, payload: AdapterPayload, expiresIn?: number) {
      const endsAt = expiresIn ? Date.now() + expiresIn * 1000 : Number.POSITIVE_INFINITY;
      const [oldest] = entries.keys();
      if (entries.size >= MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
      entries.set(this.#key(id), { payload, endsAt });
    }
    async find(id: string) {
      return live(entries.get(this.#key(id)));
    }
    async findByUserCode() {
      return undefined;
    }
    async findByUid(uid: string) {
      for (const [key, entry] of entries) {
        if (key.startsWith(`${this.#model}:`) && entry.payload.uid === uid) return live(entry);
      }
      return undefined;
    }
    async consume(id: string) {
      const entry = entries.get(this.#key(id));
      if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
    }
    async destroy(id: string) {
      entries.delete(this.#key(id));
    }
    async revokeByGrantId(grantId: string) {
      for (const [key, entry] of entries) if (entry.payload.grantId === grantId) entries.delete(key);
    }
    #key(id: string) {
      return `${this.#model}:${id}`;
    }
  }

  return {
    adapter: MemoryAdapter,
    signOut(accountId) {
      for (const [key, entry] of entries) if (entry.payload.accountId === accountId) entries.delete(key);
    },
  };
}
