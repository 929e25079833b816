// For each route a request that is right in everything: what is asked in the path and the body, and what it needs to exist.
import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { addMachine, type HttpWorld, made, newAddress } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

/** A client with a staff member who reads its messages, and a message of theirs. */
export interface ExampleWorld extends HttpWorld {
  staffId: string;
  messageId: string;
}

export interface RouteExample {
  params?: Readonly<Record<string, string>>;
  /** Of a route that demands one. */
  query?: string;
  body?: unknown;
  ifMatch?: string;
  status: number;
  /** Takes back what is scarce. */
  after?: (body: { id?: string; machineId?: string }) => Promise<unknown>;
}

type MakeExample = (world: ExampleWorld) => RouteExample | Promise<RouteExample>;

const etagOf = async ({ call }: HttpWorld, path: string): Promise<string> =>
  (await call('GET', path)).headers.get('etag') ?? '';

/** One of a client at a time. */
const untilNoneIsMade = ({ call, path, signatory: { token } }: HttpWorld) =>
  vi.waitUntil(
    async () => {
      const { items } = await made(call('GET', path('/exports'), { token }), 200);
      return items.every(({ progress }: { progress: { state: string } }) => progress.state === 'done');
    },
    { timeout: 20_000, interval: 50 },
  );

const inTwoDays = () => new Date(Date.now() + 172_800_000).toISOString();
const version = (one: { version: number }) => `"${one.version}"`;
const aStaffBody = { name: 'Disa Ek', emails: [{ address: 'disa.ek@nordvik.example' }] };

const aMessage = async ({ take, staffId }: ExampleWorld): Promise<string> =>
  (await made(take({ staffId, matter: 'Ring mig' }))).id;
const aUser = ({ call, path }: ExampleWorld) =>
  made(call('POST', path('/users'), { body: { email: newAddress('user'), name: 'Ulla', role: 'clientAdmin' } }));
/** One for all, for a client has at most twenty. */
const aNotice = async ({ call, path }: ExampleWorld): Promise<string> => {
  const { notices } = await made(call('GET', path('/answering')), 200);
  return notices[0]?.id ?? (await made(call('POST', path('/answering/notices'), { body: { text: 'Hissen står' } }))).id;
};
const aRequest = async ({ call, path }: ExampleWorld): Promise<string> =>
  (await made(call('POST', path('/subject-requests'), { body: { kind: 'erasure', text: 'Ta bort mig' } }))).id;
const NOTHING = 'msg_00000000000000000000000000';
/** Asked for by somebody whom no test is. */
const anErasure = async (world: ExampleWorld) => {
  // Where nothing but refusals is asked for there is no message.
  if (world.messageId === NOTHING) return { clientId: world.clientId, erasureId: 'era_00000000000000000000000000' };
  const { token, email } = await world.addUser('clientAdmin');
  // Admins are told of what waits, and of what is done.
  expectRecipients(email, world.signatory.email);
  const body = { what: 'message', messageId: await aMessage(world), why: 'fault' };
  const { id } = await made(world.call('POST', world.path('/erasures'), { body, token }));
  return { clientId: world.clientId, erasureId: id as string };
};
const anOperator = ({ call }: ExampleWorld) =>
  made(call('POST', '/operators', { body: { email: newAddress('op'), name: 'Olle', role: 'operator' } }));
const removeMachine =
  ({ call }: ExampleWorld) =>
  async ({ machineId }: { machineId?: string }) =>
    machineId && call('DELETE', `/machine-clients/${machineId}`);

/** Comes with the code. */
const AWS = 'spr_00000000000000000000000AWS';

async function subProcessorEtag(world: ExampleWorld): Promise<string> {
  const { items } = await made(world.call('GET', '/sub-processors', { token: await world.privacyOfficer() }), 200);
  return `"${items.find(({ id }: { id: string }) => id === AWS)?.version}"`;
}
const aSubProcessor = {
  name: 'Brevbäraren AB',
  address: 'Storgatan 2, Härnösand',
  contact: 'dataskydd@brevbararen.example',
  country: 'SE',
  place: 'Sverige',
  purpose: { sv: 'Tryck av brev', en: 'Printing of letters' },
};
const theAgreement = async ({ call, path }: ExampleWorld): Promise<string> =>
  (await made(call('GET', path('/agreements')), 200)).items[0].id;

export const routeExamples: Readonly<Record<string, MakeExample>> = {
  createClient: () => ({ body: { name: 'Bageriet på Berget' }, status: 201 }),
  listClients: () => ({ status: 200 }),
  searchClients: () => ({ body: { text: 'Kvarngärdets' }, status: 200 }),
  readClient: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  changeClient: async (world) => ({
    params: { clientId: world.clientId },
    body: { town: 'Härnösand' },
    ifMatch: await etagOf(world, world.path()),
    status: 200,
  }),

  readAnswering: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  changeAnswering: async (world) => ({
    params: { clientId: world.clientId },
    body: { instructions: 'Koppla aldrig före sju' },
    ifMatch: await etagOf(world, world.path('/answering')),
    status: 200,
  }),
  previewAnsweringDays: ({ clientId }) => ({
    params: { clientId },
    body: { from: '2026-12-21', until: '2026-12-27' },
    status: 200,
  }),
  createNotice: ({ clientId, call, path }) => ({
    params: { clientId },
    body: { text: 'Hissen står' },
    status: 201,
    after: async ({ id }) => id && call('DELETE', path(`/answering/notices/${id}`)),
  }),
  changeNotice: async (world) => ({
    params: { clientId: world.clientId, noticeId: await aNotice(world) },
    body: { text: 'Hissen går' },
    status: 200,
  }),
  deleteNotice: ({ clientId }) => ({
    params: { clientId, noticeId: 'ntc_00000000000000000000000000' },
    status: 204,
  }),

  createStaffMember: ({ clientId }) => ({ params: { clientId }, body: aStaffBody, status: 201 }),
  listStaff: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  readStaffMember: ({ clientId, staffId }) => ({ params: { clientId, staffId }, status: 200 }),
  changeStaffMember: async (world) => ({
    params: { clientId: world.clientId, staffId: world.staffId },
    body: { phones: [{ number: '08-465 004 90' }] },
    ifMatch: await etagOf(world, world.path(`/staff/${world.staffId}`)),
    status: 200,
  }),
  eraseStaffMember: async ({ clientId, addStaff }) => ({
    params: { clientId, staffId: await addStaff(aStaffBody) },
    query: 'why=clientAsked',
    status: 204,
  }),
  previewStaffErasure: ({ clientId, staffId }) => ({ params: { clientId, staffId }, status: 200 }),
  setAbsence: ({ clientId, staffId }) => ({
    params: { clientId, staffId },
    body: { reason: 'meeting', until: inTwoDays() },
    status: 200,
  }),
  endAbsence: ({ clientId, staffId }) => ({ params: { clientId, staffId }, status: 204 }),
  readDesk: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  countCall: ({ clientId }) => ({ params: { clientId }, body: { outcome: 'wrongNumber' }, status: 204 }),
  listCalls: ({ clientId }) => ({ params: { clientId }, query: 'from=2026-11-01&until=2026-11-30', status: 200 }),
  readCallerNotice: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  searchStaff: ({ clientId }) => ({ params: { clientId }, body: { text: 'Disa' }, status: 200 }),

  takeMessage: ({ clientId, staffId }) => ({
    params: { clientId },
    body: { staffId, caller: { name: 'Eva Ek', phone: '070-174 06 50' }, matter: 'Offerten' },
    status: 201,
  }),
  sendTestMessage: ({ clientId, staffId }) => ({
    params: { clientId, staffId },
    body: { urgency: 'normal' },
    status: 201,
  }),
  listMessages: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  getMessage: ({ clientId, messageId }) => ({ params: { clientId, messageId }, status: 200 }),
  changeMessage: ({ clientId, messageId }) => ({ params: { clientId, messageId }, body: { read: true }, status: 200 }),
  deleteMessage: async (world) => ({
    params: { clientId: world.clientId, messageId: await aMessage(world) },
    query: 'why=clientAsked',
    status: 204,
  }),

  correctMessage: ({ clientId, messageId }) => ({
    params: { clientId, messageId },
    body: { caller: { name: 'Eva Eck' }, matter: 'Offerten' },
    status: 201,
  }),
  forwardMessage: ({ clientId, messageId, staffId }) => ({
    params: { clientId, messageId },
    body: { staffId },
    status: 201,
  }),
  // To somebody new each time: it is never there already.
  redirectMessage: async (world) => ({
    params: { clientId: world.clientId, messageId: world.messageId },
    body: { staffId: await world.addStaff(aStaffBody) },
    status: 201,
  }),

  listAttention: () => ({ status: 200 }),
  // A task is made by a restore, which no route can ask for.
  changeTask: () => ({ params: { taskId: 'tsk_00000000000000000000000000' }, body: { state: 'done' }, status: 404 }),

  listSuppressions: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  liftSuppression: ({ clientId }) => ({
    params: { clientId, suppressionId: 'sup_00000000000000000000000000' },
    status: 204,
  }),

  readMe: () => ({ status: 200 }),
  inviteUser: ({ clientId }) => ({
    params: { clientId },
    body: { email: newAddress('invited'), name: 'Ines', role: 'clientAdmin' },
    status: 201,
  }),
  listUsers: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  changeUser: async (world) => {
    const user = await aUser(world);
    const body = { role: 'staffMember', staffId: world.staffId };
    return { params: { clientId: world.clientId, userId: user.id }, body, ifMatch: version(user), status: 200 };
  },
  withdrawUser: async (world) => ({
    params: { clientId: world.clientId, userId: (await aUser(world)).id },
    status: 204,
  }),

  inviteOperator: () => ({ body: { email: newAddress('desk'), name: 'Disa', role: 'operator' }, status: 201 }),
  listOperators: () => ({ status: 200 }),
  changeOperator: async (world) => {
    const { id: userId, ...one } = await anOperator(world);
    return { params: { userId }, body: { role: 'privacyOfficer' }, ifMatch: version(one), status: 200 };
  },
  withdrawOperator: async (world) => ({ params: { userId: (await anOperator(world)).id }, status: 204 }),

  createMachineClient: (world) => ({
    body: { name: 'Växeln', scopes: ['directory.read'], clientIds: [world.clientId] },
    status: 201,
    after: removeMachine(world),
  }),
  listMachineClients: () => ({ status: 200 }),
  deleteMachineClient: async (world) => {
    const { machineId } = await addMachine(world, [world.clientId], ['directory.read']);
    return { params: { machineId }, status: 204, after: () => removeMachine(world)({ machineId }) };
  },

  readCurrentAgreement: () => ({ query: 'language=en', status: 200 }),
  listStandings: () => ({ status: 200 }),
  listAgreements: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  readAgreementDocument: async (world) => ({
    params: { clientId: world.clientId, agreementId: await theAgreement(world) },
    status: 200,
  }),
  readAgreement: async (world) => ({
    params: { clientId: world.clientId, agreementId: await theAgreement(world) },
    status: 200,
  }),
  // What has been signed already is not signed again: another town first.
  signAgreement: async (world) => {
    const [ifMatch, town] = [await etagOf(world, world.path()), `Ort ${randomUUID().slice(0, 8)}`];
    await made(world.call('PATCH', world.path(), { body: { town }, ifMatch }), 200);
    const { version, documentHash } = (await made(world.call('GET', world.path('/agreements')), 200)).draft;
    const body = { version, language: 'sv', documentHash, name: 'Sigrid Ek', title: 'VD', mayBind: true };
    return { params: { clientId: world.clientId }, body, status: 201 };
  },
  // Nothing is announced: an announcement would change what everybody else on this runner is about to sign.
  objectToSubProcessor: async (world) => ({
    params: { clientId: world.clientId, agreementId: await theAgreement(world) },
    body: { subProcessorId: AWS, text: 'Vi vill veta mer' },
    status: 422,
  }),
  readServiceDetails: () => ({ status: 200 }),
  changeServiceDetails: async (world) => {
    const answer = await world.call('GET', '/service-details');
    return { body: answer.body.details, ifMatch: answer.headers.get('etag') ?? '', status: 200 };
  },
  listSubProcessors: () => ({ status: 200 }),
  addSubProcessor: () => ({ body: { ...aSubProcessor, holdsFrom: '2026-11-01' }, status: 400 }),
  // The contact alone holds at once, and nobody is written to.
  changeSubProcessor: async (world) => ({
    params: { subProcessorId: AWS },
    body: { contact: 'aws.amazon.com/compliance' },
    ifMatch: await subProcessorEtag(world),
    status: 200,
  }),

  askForErasure: (world) => ({
    params: { clientId: world.clientId },
    body: { what: 'message', messageId: world.messageId, why: 'fault' },
    status: 201,
  }),
  listErasures: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  readErasure: async (world) => ({ params: await anErasure(world), status: 200 }),
  confirmErasure: async (world) => ({ params: await anErasure(world), body: {}, status: 200 }),
  // Nothing of it waits for anybody.
  continueErasure: async (world) => ({ params: await anErasure(world), body: {}, status: 409 }),
  withdrawErasure: async (world) => ({ params: await anErasure(world), status: 204 }),
  listAllErasures: () => ({ status: 200 }),
  listCertificates: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  // It takes a job: test/http/erasures.test.ts.
  readCertificate: ({ clientId }) => ({
    params: { clientId, certificateId: 'cer_00000000000000000000000000' },
    status: 404,
  }),
  readCertificateDocument: ({ clientId }) => ({
    params: { clientId, certificateId: 'cer_00000000000000000000000000' },
    status: 404,
  }),
  listErasureLog: () => ({ status: 200 }),
  listAuditLog: () => ({ status: 200 }),
  listAudit: ({ clientId }) => ({ params: { clientId }, status: 200 }),

  createSubjectRequest: ({ clientId }) => ({
    params: { clientId },
    body: { kind: 'access', who: { names: ['Eva Ek'], phones: ['070-174 06 50'] }, text: 'Vad har ni om mig?' },
    status: 201,
  }),
  listSubjectRequests: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  listAllSubjectRequests: () => ({ status: 200 }),
  readSubjectRequest: async (world) => ({
    params: { clientId: world.clientId, requestId: await aRequest(world) },
    status: 200,
  }),
  changeSubjectRequest: async (world) => ({
    params: { clientId: world.clientId, requestId: await aRequest(world) },
    body: { notes: 'Ringer tillbaka på fredag' },
    ifMatch: '"1"',
    status: 200,
  }),
  stepSubjectRequest: async (world) => ({
    params: { clientId: world.clientId, requestId: await aRequest(world) },
    body: { step: 'identify', method: 'calledBack' },
    status: 200,
  }),
  listFindings: async (world) => ({
    params: { clientId: world.clientId, requestId: await aRequest(world) },
    status: 200,
  }),
  // A search comes first, and an instruction before it: test/http/access-report.test.ts.
  decideFindings: async (world) => ({
    params: { clientId: world.clientId, requestId: await aRequest(world) },
    body: { where: { decision: 'undecided' }, set: { decision: 'leave' } },
    status: 409,
  }),
  makeAccessReport: async (world) => ({
    params: { clientId: world.clientId, requestId: await aRequest(world) },
    body: { language: 'en' },
    status: 409,
  }),
  readAccessReport: async (world) => ({
    params: { clientId: world.clientId, requestId: await aRequest(world) },
    status: 200,
  }),

  // A file is made by a job: test/http/exports.test.ts.
  linkFile: ({ clientId }) => ({ params: { clientId, fileId: 'fil_00000000000000000000000000' }, status: 404 }),
  createExport: async (world) => {
    await untilNoneIsMade(world);
    return { params: { clientId: world.clientId }, body: { what: ['register'], why: 'clientAsked' }, status: 201 };
  },
  listExports: ({ clientId }) => ({ params: { clientId }, status: 200 }),
  readExport: ({ clientId }) => ({ params: { clientId, exportId: 'exp_00000000000000000000000000' }, status: 404 }),

  readHealth: () => ({ status: 200 }),
  readOpenApi: () => ({ status: 200 }),
};
