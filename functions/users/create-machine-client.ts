// Make a machine client: take a free place, then give it a fresh secret.
import {
  bodyMac,
  demandSameBody,
  type Remembered,
  recall,
  rememberedBy,
  rememberRequest,
} from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';
import { clientRead } from '#shared/standing-client.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import { type KeyedRequest, keyedRequest } from '#users/keyed-request.ts';
import { activate } from '#users/machine-secret.ts';
import {
  asMachine,
  claimPlace,
  type MachineRow,
  machineKeyRead,
  machineNamed,
  machineRows,
  newMachine,
  openMachine,
} from '#users/machine-store.ts';
import type { userRoutes } from '#users/routes.ts';
import type { MachineClientInput } from '#users/schema.ts';

/**
 * Costs, beside the chain's read, 1 query, 2 write requests (and one more for each place that somebody else took
 * meanwhile), and with an Idempotency-Key 1 read request.
 */
export const createMachineClient: UseCase<(typeof userRoutes)['createMachineClient'], AccessApp> = {
  reads: ({ body }) => body.clientIds.map(clientRead),

  async run(app, request) {
    const { body, found } = request;
    const keyed = keyedRequest('createMachineClient', request);
    const earlier = keyed && (await recall(app, keyed.identity));
    if (earlier) return replay(app, keyed, earlier);

    const unknown = body.clientIds.flatMap((id, index) => (found.get(clientRead(id)) ? [] : [index]));
    if (unknown.length > 0)
      throw new Problem('unknown-client', {
        errors: unknown.map((index) => ({ pointer: `/clientIds/${index}`, detail: 'There is no such client' })),
      });
    const { row, clientSecret } = await activate(app, await takePlace(app, body, keyed));
    return { status: 201, body: { ...asMachine(row, body.name), clientSecret } };
  },
};

async function takePlace(
  app: AccessApp,
  body: MachineClientInput,
  keyed: KeyedRequest | undefined,
): Promise<MachineRow> {
  const machineId = app.newId('machine');
  const taken = new Set((await machineRows(app)).map(({ sk }) => sk));
  for (const place of spread(app.machinePlaces, machineId)) {
    if (taken.has(place)) continue;
    const { writes, keys, row } = newMachine(place, machineId, body, app.clock.nowMs());
    const remember = keyed && [
      await rememberRequest(app, keyed.identity, {
        recordId: machineId,
        bodyMac: bodyMac(keys.stableKey, keyed.body),
      }),
    ];
    try {
      await app.db.commit([...(remember ?? []), ...writes], machineId);
      return row;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      if (remember && rememberedBy(error, 0)) throw new StaleReadError('The same request came first', { cause: error });
    }
  }
  throw new Problem('no-machine-place');
}

/** All places, beginning anywhere: those who come at once do not queue for the same one. */
function spread(places: readonly string[], machineId: string): string[] {
  const start = Number.parseInt(machineId.slice(-3), 36) % places.length;
  return [...places.slice(start), ...places.slice(0, start)];
}

/** The answer to a replay: the machine client as it stands, with a secret only where none has ever been told. */
async function replay(app: AccessApp, { body }: KeyedRequest, { recordId, bodyMac: mac }: Remembered) {
  const row = await machineNamed(app, recordId);
  const opened = row && openMachine(await app.db.read([machineKeyRead(row)]), row);
  if (!row || !opened || row.state === 'withdrawn') throw new Problem('erased');
  demandSameBody(opened.keys.stableKey, body, mac);
  if (row.state === 'active' || !(await claimPlace(app, row, 'preparing')))
    return { status: 201 as const, body: asMachine(row, opened.name) };
  const { row: active, clientSecret } = await activate(app, row);
  return { status: 201 as const, body: { ...asMachine(active, opened.name), clientSecret } };
}
