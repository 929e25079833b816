// A machine client: signs in with client credentials, takes a message, follows its deliveries, and reads a list page by page.
//
//   npx node docs/examples/switchboard.ts
//
// `npx node` is the project's own Node 24: an older one cannot read TypeScript. Without settings it is
// `local-switchboard` at the local runner. Against a stack in AWS: API is the output `ApiUrl`, TOKEN_URL the output
// `LoginUrl` and /oauth2/token, CLIENT_ID and CLIENT_SECRET what POST /v1/machine-clients answered.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const { API = 'http://localhost:4010', CLIENT_ID = 'local-switchboard', CLIENT_SECRET = 'local' } = process.env;
const { TOKEN_URL = `${API}/oidc/token` } = process.env;

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

interface Message {
  readonly id: string;
  readonly takenAt: string;
  readonly state: string;
  readonly deliveries: readonly { readonly channel: string; readonly state: string }[];
}

interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: number;
}

let token = { value: '', endsAtMs: 0 };

/** A token lives for an hour: it is asked for again a minute before its end, not at every request. */
async function accessToken(): Promise<string> {
  if (Date.now() < token.endsAtMs - 60_000) return token.value;
  const response = await fetch(TOKEN_URL, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${CLIENT_ID}:${CLIENT_SECRET}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!response.ok) throw new Error(`No token: ${response.status}`);
  const { access_token: value, expires_in: seconds } = (await response.json()) as TokenAnswer;
  token = { value, endsAtMs: Date.now() + seconds * 1000 };
  return value;
}

interface Asked {
  readonly body?: object;
  readonly idempotencyKey?: string;
}

const TRIES = 4;

/** Whatever has no answer, or one that may pass, is asked again: a post with its key cannot happen twice. */
async function call<T>(path: string, { body, idempotencyKey }: Asked = {}): Promise<T> {
  const mayRepeat = body === undefined || idempotencyKey !== undefined;
  for (let tried = 1; ; tried++) {
    const response = await fetch(`${API}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${await accessToken()}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      ...(body && { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      if (!mayRepeat || tried === TRIES) throw error;
      return undefined;
    });
    if (response?.ok) return response.json() as Promise<T>;
    const passing = !response || response.status === 429 || response.status >= 500;
    if (response && (!passing || !mayRepeat || tried === TRIES))
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    await sleep(250 * 2 ** tried);
  }
}

async function* everyItem<T>(path: string): AsyncGenerator<T> {
  let cursor: string | null = null;
  do {
    const page: Page<T> = await call(`${path}?limit=25${cursor ? `&cursor=${cursor}` : ''}`);
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

const { items: clients } = await call<Page<{ id: string; name: string }>>('/v1/clients');
const client = clients.at(-1);
if (!client) throw new Error('This machine client is bound to no client company');

const taken = await call<Message>(`/v1/clients/${client.id}/messages`, {
  idempotencyKey: randomUUID(),
  body: { caller: { phone: '08-465 004 60' }, matter: 'Ett samtal kom efter stängning.' },
});
console.log(`${client.name}: ${taken.id} is taken`);

// Accepted is not delivered: a receipt tells that, as a rule within seconds, and sometimes never.
const isUnderWay = ({ state }: { state: string }) => ['queued', 'sending', 'accepted'].includes(state);
let message = taken;
for (let second = 0; second < 10 && message.deliveries.some(isUnderWay); second++) {
  await sleep(1000);
  message = await call(`/v1/clients/${client.id}/messages/${taken.id}`);
}
for (const { channel, state } of message.deliveries) console.log(`  ${channel}: ${state}`);

console.log('All that can be read, newest first:');
for await (const { id, takenAt, state } of everyItem<Message>(`/v1/clients/${client.id}/messages`))
  console.log(`  ${takenAt} ${id} ${state}`);
