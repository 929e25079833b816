// The bucket of sealed files in memory: an upload in parts is not there before it is complete.
import type { Handouts } from '#jobs/handouts.ts';

export interface MemoryHandouts extends Handouts {
  /** What lies there, by name. */
  readonly objects: Map<string, Buffer>;
  /** Everything that ever lay there or was sent, as somebody who copied it all would have it. */
  readonly copies: Buffer[];
}

export function memoryHandouts(): MemoryHandouts {
  const objects = new Map<string, Buffer>();
  const copies: Buffer[] = [];
  const keep = (bytes: Uint8Array) => {
    const copy = Buffer.from(bytes);
    copies.push(copy);
    return copy;
  };
  return {
    objects,
    copies,
    async put(name, bytes) {
      objects.set(name, keep(bytes));
    },
    async begin(name) {
      const parts: Buffer[] = [];
      return {
        async part(bytes) {
          parts.push(keep(bytes));
        },
        async complete() {
          objects.set(name, Buffer.concat(parts));
        },
      };
    },
    async delete(name) {
      objects.delete(name);
    },
  };
}
