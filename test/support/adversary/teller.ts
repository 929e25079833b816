// Calls the API by operationId, and remembers every text that it says as a secret of somebody's.
import type { DataClass } from '#lib/store.ts';
import type { Secret } from '#test/support/adversary/secrets.ts';
import { type NamedOperation, type OpenApi, operationsOf, textsIn } from '#test/support/adversary/string-leaves.ts';
import { type Json, made } from '#test/support/http-world.ts';
import type { Answer, RunnerClient } from '#test/support/runner-client.ts';

interface Said {
  /** Whose secrets the texts are. */
  readonly of: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly ifMatch?: string;
  /** Somebody else's than the supervisor's. */
  readonly token?: string;
}

export interface Teller {
  /** Every text that was said, by whose it is. */
  readonly secrets: readonly Secret[];
  readonly operations: ReadonlyMap<string, NamedOperation>;
  say(operationId: string, said: Said): Promise<Json>;
  /** For what is to be refused: its texts may be found nowhere, not in the answer either. */
  sayAmiss(operationId: string, said: Said): Promise<Answer<Json>>;
}

export async function tellerOn(runner: RunnerClient, token: string): Promise<Teller> {
  const { body: document } = await runner.request<OpenApi>('GET', '/v1/openapi.json');
  const operations = operationsOf(document);
  const secrets: Secret[] = [];

  async function ask(
    operationId: string,
    { params = {}, query, body, key, ifMatch, token: other }: Said,
  ): Promise<Answer<Json>> {
    const operation = operations.get(operationId);
    if (!operation) throw new Error(`The API has no ${operationId}`);
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? name);
    const asked = query ? `?${new URLSearchParams(query)}` : '';
    const headers = { ...(key && { 'idempotency-key': key }), ...(ifMatch && { 'if-match': ifMatch }) };
    return runner.request<Json>(operation.method, `/v1${path}${asked}`, { token: other ?? token, body, headers });
  }

  /** What is open to be written in; what is refused may be anything but one of a few words, an id or a time. */
  function remember(operationId: string, { of, body, key }: Said, isRefused = false): void {
    const closed = new Map(operations.get(operationId)?.leaves.map((one) => [one.leaf, one.closed]));
    for (const { leaf: path, text } of textsIn(body)) {
      const leaf = `${operationId} ${path}`;
      if (closed.get(leaf) ?? !isRefused) continue;
      // A search, or a way to be reached, says what was said before.
      const before = secrets.find(({ value }) => value === text);
      const classes = before?.classes ?? (isRefused ? [] : classesOf(operationId, path));
      secrets.push({ of, leaf, value: text, classes });
    }
    if (key) secrets.push({ of: 'key', leaf: `${operationId} Idempotency-Key`, value: key, classes: [] });
  }

  return {
    secrets,
    operations,
    async say(operationId, said) {
      const answer = await ask(operationId, said);
      const body = await made(Promise.resolve(answer), answer.status < 300 ? answer.status : 200);
      remember(operationId, said);
      return typeof body === 'object' ? { ...body, etag: answer.headers.get('etag') } : body;
    },
    async sayAmiss(operationId, said) {
      remember(operationId, said, true);
      return ask(operationId, said);
    },
  };
}

/** What the register of stores calls it. The name of a recipient is part of what is delivered. */
function classesOf(operationId: string, leaf: string): DataClass[] {
  if (/message|changeTask/i.test(operationId)) return ['plainMessage'];
  if (/email/i.test(leaf)) return ['plainRegister', 'emailAddress'];
  if (/phone|(^|numbers\[\]\.)number$/.test(leaf)) return ['plainRegister', 'telephoneNumber'];
  return leaf === 'name' && /StaffMember$/.test(operationId) ? ['plainRegister', 'plainMessage'] : ['plainRegister'];
}
