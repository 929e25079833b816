// The example clients, made through the API itself; only the first supervisor comes as in AWS, by createFirstSupervisor.
import { randomUUID } from 'node:crypto';
import { type Accounts, newAccount } from '#local/accounts.ts';
import { keptJson } from '#local/data-dir.ts';
import type { UserPool } from '#local/identity.ts';
import type { OidcProvider } from '#local/oidc.ts';
import type { Resources } from '#local/resources.ts';
import type { SeedClient } from '#local/seed-client.ts';
import { firstSupervisor, seedClients, seedOperators, serviceDetails } from '#local/seed-data.ts';
import { signAgreement } from '#local/sign-agreement.ts';

interface Surroundings {
  readonly origin: string;
  readonly accounts: Accounts;
  readonly oidc: OidcProvider;
  readonly resources: Resources;
  readonly pool: UserPool;
  readonly endpoint: string;
  readonly region: string;
  readonly donePath: string;
}

type Post = (path: string, body: object) => Promise<Record<string, unknown>>;
type Say = (clientId: unknown, answering: object) => Promise<void>;

/** Once a DATA_DIR; what a start that was cut short has made is found again by its idempotency keys. */
export async function seed(around: Surroundings): Promise<void> {
  const done = keptJson(around.donePath, { run: '', done: false });
  if (done.value.done) return;
  const run = done.value.run || randomUUID();
  done.save({ run, done: false });

  if (!around.accounts.byEmail(firstSupervisor.email)) await makeFirstSupervisor(around);
  const token = await around.oidc.userToken(firstSupervisor.email);
  const post: Post = (path, body) => send(`${around.origin}/v1${path}`, body, `${token}`, run);

  const say: Say = (clientId, answering) =>
    saidOnce('PATCH', `${around.origin}/v1/clients/${clientId}/answering`, answering, `${token}`);

  await saidOnce('PUT', `${around.origin}/v1/service-details`, serviceDetails, `${token}`);
  await Promise.all(seedOperators.map((operator) => post('/operators', operator)));
  const clientIds = await Promise.all(
    seedClients.map(async ({ client, staff, users, answering, notices }) => {
      const { id: clientId } = await post('/clients', client);
      await signFor(around, `${clientId}`, users, post);
      const members = await Promise.all(staff.map((member) => post(`/clients/${clientId}/staff`, member)));
      const staffId = (name: string) => members[staff.findIndex((member) => member.name === name)]?.id;
      for (const { staff: name, ...user } of users.filter(({ maySign }) => !maySign)) {
        await post(`/clients/${clientId}/users`, { ...user, ...(name ? { staffId: staffId(name) } : {}) });
      }
      await say(clientId, { ...answering, alternatives: answering.alternatives.map(staffId) });
      for (const text of notices) await post(`/clients/${clientId}/answering/notices`, { text });
      return clientId;
    }),
  );
  await makeSwitchboard(post, clientIds, around);
  done.save({ run, done: true });
}

/** Imported here and not above: the runner itself needs no line of the functions. */
async function makeFirstSupervisor({ accounts, resources, pool, endpoint, region }: Surroundings): Promise<void> {
  const [{ makeApp }, { createFirstSupervisor }, { DynamoDBClient }, { DynamoDBDocumentClient }] = await Promise.all([
    import('#shared/app.ts'),
    import('#users/first-supervisor.ts'),
    import('@aws-sdk/client-dynamodb'),
    import('@aws-sdk/lib-dynamodb'),
  ]);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const document = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const app = makeApp(tableNames(resources), document);
  const userId = app.newId('user');
  await createFirstSupervisor(app, { userId, ...firstSupervisor });
  const username = pool.caseSensitive ? userId : userId.toLowerCase();
  accounts.save({ ...newAccount(username, { email: firstSupervisor.email }), groups: ['desk'] });
  client.destroy();
}

/** As every function is told them. */
function tableNames(resources: Resources) {
  for (const { properties } of resources.of('AWS::Lambda::Function')) {
    const { Environment } = properties as { Environment?: { Variables?: Record<string, string> } };
    const { RECORDS_TABLE, MESSAGE_KEYS_TABLE, REGISTER_KEYS_TABLE } = Environment?.Variables ?? {};
    if (RECORDS_TABLE && MESSAGE_KEYS_TABLE && REGISTER_KEYS_TABLE) {
      return { records: RECORDS_TABLE, messageKeys: MESSAGE_KEYS_TABLE, registerKeys: REGISTER_KEYS_TABLE };
    }
  }
  throw new Error('no function is told the names of the tables');
}

/** Its name stands for the place that the API gave it, and for the secret that the API told. */
async function makeSwitchboard(post: Post, clientIds: unknown[], { accounts }: Surroundings): Promise<void> {
  const { oauthClientId, clientSecret } = await post('/machine-clients', {
    name: 'Växeln på den här datorn',
    scopes: ['directory.read', 'directory.write', 'messages.read', 'messages.write'],
    clientIds,
  });
  const place = String(oauthClientId);
  const secret =
    accounts.secretsOf(place).find(({ value }) => value === clientSecret) ?? accounts.secretsOf(place).at(-1);
  if (!secret) throw new Error('the machine client has no secret');
  accounts.saveAlias('local-switchboard', { clientId: place, secretId: secret.id });
}

/** The agreement first: neither staff nor messages are taken before it. */
async function signFor({ origin, oidc }: Surroundings, clientId: string, users: SeedClient['users'], post: Post) {
  for (const user of users.filter(({ maySign }) => maySign)) {
    await post(`/clients/${clientId}/users`, user);
    const token = `${await oidc.userToken(user.email)}`;
    await signAgreement({ origin, clientId, token, name: user.name, title: 'VD' });
  }
}

/** Where nobody has said anything yet. */
async function saidOnce(method: 'PATCH' | 'PUT', url: string, said: object, token: string): Promise<void> {
  const authorization = `Bearer ${token}`;
  const etag = (await fetch(url, { headers: { authorization } })).headers.get('etag') ?? '';
  if (etag !== '"0"') return;
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', authorization, 'if-match': etag },
    body: JSON.stringify(said),
  });
  if (!response.ok) throw new Error(`seeding: ${method} ${url} answered ${response.status}: ${await response.text()}`);
}

async function send(url: string, body: object, token: string, run: string): Promise<Record<string, unknown>> {
  const text = JSON.stringify(body);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': await keyOf(run, url, text),
    },
    body: text,
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (response.status !== 201)
    throw new Error(`seeding: POST ${url} answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}

async function keyOf(run: string, url: string, text: string): Promise<string> {
  const { createHash } = await import('node:crypto');
  return createHash('sha256')
    .update(`${run} ${new URL(url).pathname} ${text}`)
    .digest('hex');
}
