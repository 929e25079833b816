// What a black-box test asks of a runner, wherever it was started: the API by HTTP, and /dev.
import type { Sent } from '#local/outbox.ts';

const LOOK_EVERY_MS = 20;

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, else the text. */
  readonly body: T;
  readonly text: string;
}

export interface RequestOptions {
  token?: string | undefined;
  /** A text is sent as it is. */
  body?: unknown;
  headers?: Readonly<Record<string, string>> | undefined;
}

export type RunnerClient = ReturnType<typeof runnerClient>;

export function runnerClient(origin: string) {
  async function request<T>(method: string, path: string, { token, body, headers = {} }: RequestOptions = {}) {
    const isReady = typeof body === 'string' || body instanceof Uint8Array;
    const text =
      body === undefined ? null : isReady ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body);
    const response = await fetch(origin + path, {
      method,
      headers: {
        ...(text === null ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: text,
    });
    const answered = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson && answered !== '' ? JSON.parse(answered) : answered) as T,
      text: answered,
    } satisfies Answer<T>;
  }

  async function dev<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await request<T>(method, `/dev${path}`, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`${method} /dev${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  const tokenOf = async (who: object) => (await dev<{ access_token: string }>('POST', '/token', who)).access_token;
  const outbox = () => dev<Sent[]>('GET', '/outbox');

  return {
    origin,
    request,
    userToken: (user: string) => tokenOf({ user }),
    clientToken: (client: string) => tokenOf({ client }),
    outbox,
    clearOutbox: () => dev<unknown>('DELETE', '/outbox'),
    queues: () => dev<{ name: string; ready: number; inFlight: number; delayed: number }[]>('GET', '/queues'),
    /** Where a part of the runner is, as its page for developers says. */
    async addressOf(part: string): Promise<string> {
      const { text } = await request('GET', '/dev');
      const [, url] = text.split(`>${part}<`)[1]?.match(/href="([^"]+)"/) ?? [];
      if (!url) throw new Error(`The page knows no ${part}`);
      return url;
    },
    /** The faults that have not been met yet: null where there is none. */
    faults: () => dev<Record<string, object | null>>('GET', '/faults'),
    setFaults: (faults: object) => dev<unknown>('POST', '/faults', faults),
    now: async () => (await dev<{ now: string }>('GET', '/clock')).now,
    moveClock: (now: string) =>
      dev<{ now: string; ran: { schedule: string; ok: boolean }[] }>('POST', '/clock', { now }),

    /** @throws Error with what there is, when nothing fits in time. */
    async untilSent(fits: (sent: Sent) => boolean, { count = 1, withinMs = 5_000 } = {}): Promise<Sent[]> {
      const giveUpAt = performance.now() + withinMs;
      for (;;) {
        const sent = await outbox();
        const found = sent.filter(fits);
        if (found.length >= count) return found;
        if (performance.now() > giveUpAt) {
          throw new Error(
            `${found.length} of ${count} were sent in ${withinMs} ms; the outbox: ${JSON.stringify(sent)}`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    },
  };
}
