// A caller of the API as it should be: what got no answer is asked again with the same Idempotency-Key, until it is answered.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lives } from '#test/chaos/lives.ts';
import type { Random } from '#test/chaos/random.ts';
import type { Json } from '#test/support/http-world.ts';
import type { Answer } from '#test/support/runner-client.ts';

export interface Counts {
  answeredAtOnce: number;
  repeated: number;
  /** Answers 5xx, by status and code: the runner was about to die. */
  readonly serverErrors: Map<string, number>;
}

const PAUSE_MS = 25;

export function apiOf(
  lives: Lives,
  random: Random,
  counts: Counts = { answeredAtOnce: 0, repeated: 0, serverErrors: new Map() },
) {
  async function ask(method: string, path: string, body?: object, key?: string): Promise<Answer<Json>> {
    for (let tries = 1; ; tries += 1) {
      const { runner, token } = await lives.up();
      const answer = await runner
        .request<Json>(method, `/v1${path}`, { token, body, headers: key ? { 'idempotency-key': key } : {} })
        .catch(() => undefined);
      if (answer && answer.status < 500) {
        if (tries === 1) counts.answeredAtOnce += 1;
        else counts.repeated += 1;
        return answer;
      }
      if (answer) note(counts.serverErrors, `${answer.status} ${answer.body?.code ?? ''}`.trim());
      await sleep(PAUSE_MS);
    }
  }

  return {
    ask,
    /** @throws Error where the answer is another than 201: nothing here may be refused. */
    async create(
      path: string,
      body: object,
      key = `chaos-${random.below(2 ** 32)}-${random.below(2 ** 32)}`,
    ): Promise<Json> {
      const { status, text, body: made } = await ask('POST', path, body, key);
      if (status !== 201) throw new Error(`POST ${path} was answered ${status}: ${text}`);
      return made;
    },
    /** All of a list, page by page. */
    async all(path: string): Promise<Json[]> {
      const items: Json[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page = `${path}${path.includes('?') ? '&' : '?'}limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
        const { status, text, body } = await ask('GET', page);
        if (status !== 200) throw new Error(`GET ${path} was answered ${status}: ${text}`);
        items.push(...body.items);
        cursor = body.nextCursor;
      }
      return items;
    },
  };
}

const note = (counted: Map<string, number>, what: string) => counted.set(what, (counted.get(what) ?? 0) + 1);
