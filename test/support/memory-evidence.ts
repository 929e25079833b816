// The evidence bucket in memory: what stands under a name stays as it is.
import type { Evidence } from '#shared/evidence.ts';

export interface MemoryEvidence extends Evidence {
  /** What was kept, by name. */
  readonly objects: Map<string, string>;
}

export function memoryEvidence(): MemoryEvidence {
  const objects = new Map<string, string>();
  return {
    objects,
    async put(name, text) {
      if (objects.has(name)) return false;
      objects.set(name, text);
      return true;
    },
    get: async (name) => objects.get(name),
    list: async (prefix) => [...objects.keys()].filter((name) => name.startsWith(prefix)).sort(),
  };
}
