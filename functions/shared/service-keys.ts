// The service's own keys (cursors, HMACs): made at first use, kept in the warm function.
import { createHmac } from 'node:crypto';
import type { Database } from '#shared/database.ts';
import { serviceKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { newKey } from '#shared/vault.ts';
import { notExists } from '#shared/writes.ts';

type ServiceKeyName = keyof typeof serviceKeys;

export interface ServiceKeys {
  get(name: ServiceKeyName): Promise<Uint8Array>;
}

/** One read for each key and warm function; one write more in the life of a stack. */
export function tableServiceKeys(db: Database): ServiceKeys {
  const kept = new Map<ServiceKeyName, Uint8Array>();

  const read = async (name: ServiceKeyName): Promise<Uint8Array | undefined> => {
    const request = { table: 'registerKeys' as const, key: serviceKeys[name] };
    return (await db.read([request])).get(request)?.key as Uint8Array | undefined;
  };

  const make = async (name: ServiceKeyName): Promise<void> => {
    const put = { ...serviceKeys[name], key: newKey() };
    try {
      await db.commit([{ table: 'registerKeys', put, condition: notExists('registerKeys') }]);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error; // somebody else was first: theirs is the key
    }
  };

  return {
    async get(name) {
      let key = kept.get(name) ?? (await read(name));
      if (!key) {
        await make(name);
        key = await read(name);
      }
      if (!key) throw new Error('A service key was made and is not there');
      kept.set(name, key);
      return key;
    },
  };
}

/** Keyed digest for look-ups, base64url. The parts are joined unambiguously. */
export const hmac = (key: Uint8Array, ...parts: readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
