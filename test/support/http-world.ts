// A client of a test file's own, on a runner: its people of every role, and calls of the API in their names.
import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type Answer, type RunnerClient, runnerClient } from '#test/support/runner-client.ts';
import { signClient } from '#test/support/signed-client.ts';

export interface CallOptions {
  token?: string | undefined;
  body?: unknown;
  key?: string;
  ifMatch?: string;
  headers?: Readonly<Record<string, string>>;
}

/** What the API gives back, as far as tests look into it. */
// biome-ignore lint/suspicious/noExplicitAny: a black-box test reads JSON of any shape
export type Json = any;
export type Call = (method: string, path: string, options?: CallOptions) => Promise<Answer<Json>>;

/** People of the service say why they erase somebody or a message: tests do. */
function withReason(method: string, path: string): string {
  if (method !== 'DELETE' || !/\/(staff|messages)\/[^/]+$/.test(path) || path.includes('why=')) return path;
  return `${path}${path.includes('?') ? '&' : '?'}why=fault`;
}

/** A call of the API: paths without `/v1`, headers by what they are for. */
const callerOn =
  (runner: RunnerClient, ownToken?: string): Call =>
  (method, path, { token = ownToken, body, key, ifMatch, headers } = {}) =>
    runner.request<Json>(method, `/v1${withReason(method, path)}`, {
      token,
      body,
      headers: {
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...headers,
      },
    });

/** @throws Error where the answer has another status: a test that cannot arrange its world has not begun. */
export async function made(answer: Promise<Answer<Json>>, status = 201): Promise<Json> {
  const { status: got, text, body } = await answer;
  if (got !== status) throw new Error(`Expected ${status}, got ${got}: ${text}`);
  return body;
}

let letters = 0;
/** An address that nobody else in this run has. */
export const newAddress = (who: string): string => `${who}.${randomUUID().slice(0, 8)}.${letters++}@nordvik.example`;

export type HttpWorld = Awaited<ReturnType<typeof openWorld>>;

/** @param runner the shared one unless given. */
export async function openWorld(client: object = {}, runner: RunnerClient = runnerClient(inject('runnerOrigin'))) {
  const supervisor = await runner.userToken('supervisor@answeronline.example');
  const call = callerOn(runner, supervisor);
  const { id: clientId } = await made(call('POST', '/clients', { body: { name: 'Kvarngärdets El', ...client } }));
  const signatory = await signClient(runner, clientId, supervisor);
  const path = (rest = '') => `/clients/${clientId}${rest}`;

  const addStaff = async (member: object): Promise<string> =>
    (await made(call('POST', path('/staff'), { body: member }))).id;

  async function addUser(role: 'clientAdmin' | 'staffMember', staffId?: string) {
    const email = newAddress(role.toLowerCase());
    const body = { email, name: 'Åke Öhman', role, ...(staffId && { staffId }) };
    const { id } = await made(call('POST', path('/users'), { body }));
    return { id: id as string, email, token: await runner.userToken(email) };
  }

  return {
    runner,
    clientId: clientId as string,
    /** In the name of the supervisor, unless a token is given. */
    call,
    path,
    supervisor,
    /** A client admin who may sign, and has. */
    signatory,
    addStaff,
    addUser,
    operator: () => runner.userToken('operator@answeronline.example'),
    privacyOfficer: () => runner.userToken('privacy@answeronline.example'),
    take: (body: object, options: CallOptions = {}) => call('POST', path('/messages'), { body, ...options }),
    /** With a reason, which an old one asks for. */
    read: async (messageId: string) => (await made(call('GET', path(`/messages/${messageId}?why=fault`)), 200)) as Json,

    /** When every delivery has come to its end: what was accepted is delivered a moment later. */
    async untilDone(messageId: string, done = ['delivered', 'failed', 'unknown', 'cancelled']): Promise<Json> {
      const giveUpAt = performance.now() + 10_000;
      for (;;) {
        const message = await this.read(messageId);
        if (message.deliveries.every(({ state }: Json) => done.includes(state))) return message;
        if (performance.now() > giveUpAt) throw new Error(`Not done: ${JSON.stringify(message.deliveries)}`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
  };
}

/** A machine client, with a token that it asked for by itself. Places are few: give it back with `remove`. */
export async function addMachine({ runner, call }: HttpWorld, clientIds: readonly string[], scopes: readonly string[]) {
  const body = { name: 'Växel', clientIds, scopes };
  const { machineId, oauthClientId, clientSecret } = await made(call('POST', '/machine-clients', { body }));
  const askForToken = async (secret: string = clientSecret, asked?: string): Promise<Answer<Json>> => {
    const form = new URLSearchParams({ grant_type: 'client_credentials', ...(asked && { scope: asked }) });
    return runner.request<Json>('POST', '/oidc/token', {
      body: form.toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${oauthClientId}:${secret}`).toString('base64')}`,
      },
    });
  };
  const { access_token: token } = await made(askForToken(), 200);
  return {
    machineId: machineId as string,
    oauthClientId: oauthClientId as string,
    clientSecret: clientSecret as string,
    token: token as string,
    askForToken,
    remove: () => call('DELETE', `/machine-clients/${machineId}`),
  };
}
