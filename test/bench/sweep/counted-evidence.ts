// An evidence bucket that keeps nothing but the count of what it was given.
import type { Evidence } from '#shared/evidence.ts';

export function countedEvidence(): Evidence & { readonly puts: number } {
  let puts = 0;
  return {
    get puts() {
      return puts;
    },
    async put() {
      puts += 1;
      return true;
    },
    get: async () => undefined,
    list: async () => [],
  };
}
