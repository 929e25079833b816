// Clients with everything that can belong to one, and the job that erases them, on an engine of its own.

import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { accessUseCases } from '#api/access.ts';
import { servePrivacy } from '#api/privacy.ts';
import { newTask } from '#attention/store.ts';
import type { ErasureApp } from '#erasures/app.ts';
import { frameClient } from '#erasures/frame-client.ts';
import type { Erasure, ErasurePage } from '#erasures/schema.ts';
import { workErasure } from '#erasures/work-erasure.ts';
import type { JobState } from '#jobs/job.ts';
import { type ErasingReport, eraseClients } from '#privacy/erase-clients.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import type { Item } from '#shared/found.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { serve } from '#shared/serve.ts';
import { recordKeys, type TableId } from '#shared/tables.ts';
import { jitteredWait } from '#shared/wait.ts';
import { machinePlaces } from '#test/support/access-world.ts';
import { answeringOf } from '#test/support/answering-world.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import type { Engine } from '#test/support/engine.ts';
import { type FakeIdentity, fakeIdentity } from '#test/support/fake-identity.ts';
import { type Answered, type Call, type Caller, type Claims, callerOf } from '#test/support/http-call.ts';
import { linking } from '#test/support/links.ts';
import { localSigner } from '#test/support/local-signer.ts';
import { type MemoryEvidence, memoryEvidence } from '#test/support/memory-evidence.ts';
import { type MessagesWorld, messagesWorld } from '#test/support/messages-world.ts';
import { servicePerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runJobs } from '#test/support/run-jobs.ts';
import { runAs } from '#test/support/under-grants.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import { userRoutes } from '#users/routes.ts';
import type { MachineClient, User } from '#users/schema.ts';

export interface ErasingWorld extends MessagesWorld {
  app: ErasureApp;
  /** Calls the routes of users and machine clients. */
  access: Caller;
  privacy: Caller;
  officer: Claims;
  /** The second person. */
  colleague: Claims;
  identity: FakeIdentity;
  evidence: MemoryEvidence;
  crashes: CrashPoints;
  /** A client admin. @param address without it one that is made of the name. */
  invite(clientId: string, name: string, address?: string): Promise<string>;
  bindMachine(...clientIds: string[]): Promise<MachineClient>;
  /** With a wish to shorten that nobody has carried out yet. */
  end(clientId: string): Promise<void>;
  ask(clientId: string, body: object, call?: Partial<Call>): Promise<Answered<Erasure & ProblemBody>>;
  confirm(erasure: { clientId: string; id: string }, call?: Partial<Call>): Promise<Answered<Erasure & ProblemBody>>;
  look(erasure: { clientId: string; id: string }): Promise<Answered<Erasure & ProblemBody>>;
  /** Works at the jobs of erasures that wait. */
  work(remainingMs?: () => number): Promise<JobState[]>;
  /** Asked for by an officer, counted, and confirmed by a colleague: the last answer, or the first refusal. */
  eraseClient(clientId: string): Promise<Answered<Erasure & ProblemBody>>;
  /** The client's last erasure. */
  progress(clientId: string): Promise<Answered<Erasure & ProblemBody>>;
  job(mayGoOn?: () => boolean): Promise<ErasingReport>;
  /** Items in which the client's id stands anywhere. */
  traces(table: TableId, clientId: string): Promise<Item[]>;
  left(clientId: string): Promise<Left>;
}

/** Kinds of what names the client in Records, each once; how many rows of RegisterKeys do, and how many living message keys. */
interface Left {
  records: string[];
  registerKeys: number;
  messageKeys: number;
}

export const nothingLeft: Left = { records: ['tombstone'], registerKeys: 0, messageKeys: 0 };

/** What shows that it was done: ids, codes and counts. */
const proof = ['audit', 'certificate', 'erasure', 'job'];

export const ERASURES = '/v1/clients/{clientId}/erasures';
export const ERASURE = `${ERASURES}/{erasureId}`;

export async function erasingWorld(engine: Engine): Promise<ErasingWorld> {
  const world = await messagesWorld(engine);
  const { client, tables, supervisor } = world;
  const crashes = new CrashPoints();
  crashes.watch(client);
  const identity = fakeIdentity(crashes);
  const evidence = memoryEvidence();
  const app: ErasureApp & AccessApp = {
    ...world.app,
    identity,
    signer: localSigner(),
    machinePlaces,
    retentionMonths: 6,
    evidence: { ...evidence, put: (name, text) => crashes.around(() => evidence.put(name, text)) },
    bulk: new BulkWrites(client, tables, jitteredWait),
  };
  const access = callerOf(serve(userRoutes, accessUseCases, () => app));
  const privacy = callerOf(servePrivacy(() => ({ ...app, ...linking })));
  const officer = await servicePerson(world, 'privacyOfficer');
  const colleague = await servicePerson(world, 'privacyOfficer');
  const paramsOf = ({ clientId, id }: { clientId: string; id: string }) => ({ clientId, erasureId: id });
  const ask: ErasingWorld['ask'] = (clientId, body, more) =>
    privacy(`POST ${ERASURES}`, { claims: officer, params: { clientId }, body, ...more });
  const confirm: ErasingWorld['confirm'] = (erasure, more) =>
    privacy(`POST ${ERASURE}/confirmation`, { claims: colleague, params: paramsOf(erasure), body: {}, ...more });
  const look: ErasingWorld['look'] = (erasure) =>
    privacy(`GET ${ERASURE}`, { claims: officer, params: paramsOf(erasure) });
  const work: ErasingWorld['work'] = (remainingMs) => runJobs(world, app, { erase: workErasure }, remainingMs);
  const traces = async (table: TableId, clientId: string) =>
    (await rawItems(world, table)).filter((item) => JSON.stringify(item).includes(clientId));

  return {
    ...world,
    app,
    access,
    privacy,
    officer,
    colleague,
    identity,
    evidence,
    crashes,
    async invite(clientId, name, address = `${name}@nordvik.example`) {
      const body = { email: address, name, role: 'clientAdmin' };
      const call = { claims: supervisor, params: { clientId }, body };
      return (await access<User>('POST /v1/clients/{clientId}/users', call)).body.id;
    },
    async bindMachine(...clientIds) {
      const body = { name: 'Växel', scopes: ['messages.write'], clientIds };
      return (await access<MachineClient>('POST /v1/machine-clients', { claims: supervisor, body })).body;
    },
    async end(clientId) {
      const params = { clientId };
      const { etag } = await world.directory('GET /v1/clients/{clientId}', { claims: supervisor, params });
      const body = { status: 'ended', retention: { months: 3 }, retentionAppliesTo: 'all' };
      const call = { claims: supervisor, params, body, ifMatch: etag };
      const { status } = await world.directory('PATCH /v1/clients/{clientId}', call);
      if (status !== 200) throw new Error(`It could not be ended: ${status}`);
    },
    ask,
    confirm,
    look,
    work,
    async eraseClient(clientId) {
      const asked = await ask(clientId, { what: 'client' });
      if (asked.status !== 201) return asked;
      await work();
      return confirm(asked.body);
    },
    async progress(clientId) {
      const listed = await privacy<ErasurePage>(`GET ${ERASURES}`, { claims: officer, params: { clientId } });
      return look({ clientId, id: listed.body.items[0]?.id ?? '' });
    },
    job: (mayGoOn = () => true) => runAs('erase-clients', () => eraseClients(app, mayGoOn, frameClient(app))),
    traces,
    async left(clientId) {
      const records = (await traces('records', clientId)).map(({ kind }) => kind as string);
      const rows = await traces('messageKeys', clientId);
      return {
        records: [...new Set(records)].filter((kind) => !proof.includes(kind)).sort(),
        registerKeys: (await traces('registerKeys', clientId)).length,
        messageKeys: rows.filter((row) => row.key || row.noteKey || row.bodyMac || row.expiryDay).length,
      };
    },
  };
}

export interface FullClient {
  id: string;
  staffIds: string[];
  messageIds: string[];
  /** Belongs to this client alone. */
  onlyHere: string;
  /** Belongs to the other client too. */
  elsewhereToo: string;
  ownMachine: MachineClient;
  sharedMachine: MachineClient;
}

/** @param elsewhere the other client of the user and the machine client who have two. */
export async function aFullClient(world: ErasingWorld, elsewhere: string): Promise<FullClient> {
  const { raw, tables, clock } = world;
  const numbers = [{ number: '08-465 004 01', answerPhrase: 'Välkommen till Nordvik Bygg' }];
  const { id } = (await world.aClient({ numbers })).body;
  await answeringOf({ call: world.directory, supervisor: world.supervisor }, id).notice({ text: 'Hissen står.' });
  const staffIds = [];
  for (let n = 0; n < 2; n++) staffIds.push((await world.aStaffMember(id)).body.id);
  const messages = [];
  for (const staffId of [...staffIds, undefined]) messages.push((await world.take(id, { staffId })).body);
  const [first] = messages;
  const messageId = String(first?.id);
  const delivery = { id: String(first?.deliveries[0]?.id), clientId: id, messageId, keyId: messageId, expiresAt: 2e9 };
  await world.app.db.commit([newTask({ reason: 'restored', createdAtMs: clock.nowMs(), delivery })]);
  const suppressed = { ...recordKeys.suppression(id, id), kind: 'suppression', clientId: id, version: 1 };
  const calls = { ...recordKeys.callCount(id, '2026-11-23'), kind: 'callCount', salesCall: 2 };
  const counted = { ...recordKeys.smsCount(id, '2026-11-23'), kind: 'smsCount', count: 2 };
  for (const Item of [calls, counted, suppressed]) await raw.send(new PutCommand({ TableName: tables.records, Item }));
  await world.directory('POST /v1/clients/{clientId}/staff/search', {
    claims: world.operator,
    params: { clientId: id },
    body: { text: 'Anna' },
  });
  await world.invite(elsewhere, 'erik');
  return {
    id,
    staffIds,
    messageIds: messages.map((message) => message.id),
    onlyHere: await world.invite(id, 'karin'),
    elsewhereToo: await world.invite(id, 'erik'),
    ownMachine: await world.bindMachine(id),
    sharedMachine: await world.bindMachine(id, elsewhere),
  };
}
