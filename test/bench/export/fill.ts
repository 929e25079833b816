// A client as large as one may be, in tables of its own, and its wish for an export.
import { newClient } from '#clients/store.ts';
import { newExport } from '#exports/store.ts';
import type { Job } from '#jobs/job.ts';
import type { Engine } from '#local/engine.ts';
import { makeApp } from '#shared/app.ts';
import { aClient } from '#test/support/builders/clients.ts';
import { fillRegister } from '../desk/register.ts';
import { atNow, clientAt, fillTables } from '../sweep/backlog.ts';
import { clientOf, NOW_MS } from '../sweep/messages.ts';
import type { Tables } from '../world/tables.ts';

export interface Size {
  readonly people: number;
  readonly messages: number;
}

export async function fillClient(engine: Engine, { people, messages }: Size): Promise<{ tables: Tables; job: Job }> {
  const backlog = { messages, due: 0, clients: 1 };
  const tables = await fillTables(engine, backlog);
  const client = clientAt(engine.endpoint);
  const app = makeApp(tables, client, atNow);
  const clientId = clientOf(0, backlog);
  await fillRegister({ client, tables, clock: atNow }, clientId, people);

  const jobId = app.newId('job');
  const refId = app.newId('export');
  const times = { createdAtMs: NOW_MS, updatedAtMs: NOW_MS };
  const { name, ...value } = { ...aClient({ numbers: [] }), name: 'Nordvik Bygg' };
  const { writes } = newClient({
    id: clientId,
    version: 1,
    status: 'active',
    retention: { months: 6 },
    contentMode: 'full',
    agreement: undefined,
    ...times,
    value: { name, ...value } as never,
  });
  const asked = newExport({
    id: refId,
    clientId,
    what: ['register', 'messages'],
    days: 7,
    protectedStaff: [],
    why: 'clientAsked',
    requestId: undefined,
    askedBy: 'usr_bench',
    askedAtMs: NOW_MS,
    jobId,
    fileId: undefined,
    counts: undefined,
  });
  await app.db.commit([...writes, asked]);
  await app.serviceKeys.get('hmac');
  client.destroy();
  const job: Job = {
    id: jobId,
    clientId,
    work: 'export',
    refId,
    askedBy: 'usr_bench',
    state: 'running',
    done: 0,
    total: undefined,
    runs: 1,
    at: undefined,
    createdAtMs: NOW_MS,
  };
  return { tables, job };
}
