// From stream records to orders for indexes: one for each client whose people have changed, however many of them.
import type { DirectoryOrder } from '#desk/rebuild-directory.ts';
import type { Clock } from '#shared/clock.ts';
import { recordKeys } from '#shared/tables.ts';

/** A stream record, as far as it matters. */
export interface PeopleChange {
  image: { kind: string; pk: string; sk: string };
}

export interface DirectoryTopic {
  /** @returns positions of what could not be published. */
  directories(orders: readonly DirectoryOrder[]): Promise<number[]>;
}

const staffPartition = recordKeys.staffOf('').pk;
const erasedPartition = recordKeys.tombstone('', '').pk;

/** @returns whose person it is; a tombstone of anything but a person is nobody's. */
function clientOf({ image: { kind, pk, sk } }: PeopleChange): string | undefined {
  if (kind === 'staff') return pk.slice(staffPartition.length);
  if (kind === 'tombstone' && sk.startsWith('stf_')) return pk.slice(erasedPartition.length);
  return undefined;
}

/** @returns positions of changes whose order could not be published; they come again. */
export async function orderDirectories(
  { topic, clock }: { topic: DirectoryTopic; clock: Clock },
  changes: readonly PeopleChange[],
): Promise<number[]> {
  const first = new Map<string, number>();
  changes.forEach((change, position) => {
    const clientId = clientOf(change);
    if (clientId !== undefined && !first.has(clientId)) first.set(clientId, position);
  });
  const seenAtMs = clock.nowMs();
  const failed = await topic.directories([...first.keys()].map((clientId) => ({ clientId, seenAtMs })));
  const positions = [...first.values()];
  return failed.flatMap((n) => positions[n] ?? []);
}
