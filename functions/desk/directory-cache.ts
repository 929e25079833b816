// Indexes in the memory of a warm function: those that were searched last, up to so many people.
import type { DirectoryIndex } from '#desk/directory-index.ts';

/** Some 0.75 KB each. */
const MOST_PEOPLE = 50_000;

interface Kept {
  version: string;
  index: DirectoryIndex;
}

export class DirectoryCache {
  /** The one that was used last stands last. */
  readonly #kept = new Map<string, Kept>();
  readonly #mostPeople: number;

  constructor(mostPeople = MOST_PEOPLE) {
    this.#mostPeople = mostPeople;
  }

  /** @returns undefined where there is none, or another version: that one is forgotten. */
  get(clientId: string, version: string): DirectoryIndex | undefined {
    const kept = this.#kept.get(clientId);
    this.#kept.delete(clientId);
    if (kept?.version !== version) return undefined;
    this.#kept.set(clientId, kept);
    return kept.index;
  }

  keep(clientId: string, version: string, index: DirectoryIndex): void {
    this.#kept.delete(clientId);
    this.#kept.set(clientId, { version, index });
    let people = 0;
    for (const [id, { index: one }] of [...this.#kept].reverse()) {
      people += one.people.length;
      if (people > this.#mostPeople && id !== clientId) this.#kept.delete(id);
    }
  }

  forget(clientId: string): void {
    this.#kept.delete(clientId);
  }
}
