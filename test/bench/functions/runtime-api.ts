// A stub of Lambda's Runtime API in a process of its own: one port for each function process, invocations one at a time.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '../lab/service.ts';

export interface Figures {
  readonly now: number;
  readonly cpuUs: number;
  readonly rss: number;
  readonly heapUsed: number;
}

interface Session {
  readonly server: Server;
  /** The function's open request for its next invocation. */
  next: ServerResponse | undefined;
  figures: Figures | undefined;
  /** Called when it asks for the next one, and when it has answered. */
  asked: () => void;
  answered: (body: string, failed: boolean) => void;
}

const sessions: Session[] = [];

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

async function open(): Promise<{ session: number; port: number }> {
  const session: Session = {
    server: createServer(async (request, response) => {
      if (request.method === 'GET') {
        const figures = request.headers['x-figures'];
        if (typeof figures === 'string') session.figures = JSON.parse(figures);
        session.next = response;
        session.asked();
        return;
      }
      const body = await readBody(request);
      response.writeHead(202, { 'content-length': 0 }).end();
      session.answered(body, request.url?.endsWith('/error') ?? true);
    }),
    next: undefined,
    figures: undefined,
    asked: () => {},
    answered: (body) => console.error('the function failed to start:', body),
  };
  session.server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => session.server.listen(0, '127.0.0.1', resolve));
  return { session: sessions.push(session) - 1, port: (session.server.address() as AddressInfo).port };
}

const pick = (session: number) => {
  const found = sessions[session];
  if (!found) throw new Error(`no session ${session}`);
  return found;
};

function whenAsked(session: Session): Promise<ServerResponse> {
  return new Promise((resolve, reject) => {
    if (session.next) return resolve(session.next);
    const timer = setTimeout(() => reject(new Error('the function does not ask for an invocation')), 20_000);
    session.asked = () => {
      clearTimeout(timer);
      if (session.next) resolve(session.next);
    };
  });
}

let lastId = 0;

/** From writing the invocation to having read the answer, in microseconds. */
async function invoke(session: Session, event: string, report: '' | 'yes' | 'collect' = '') {
  const response = await whenAsked(session);
  session.next = undefined;
  lastId += 1;
  const head = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(event),
    'lambda-runtime-aws-request-id': `00000000-0000-4000-8000-${String(lastId).padStart(12, '0')}`,
    'lambda-runtime-deadline-ms': Math.round(performance.timeOrigin + performance.now()) + 30_000,
    'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:eu-north-1:000000000000:function:bench',
    'lambda-runtime-trace-id': 'Root=1-00000000-000000000000000000000000',
    ...(report === '' ? {} : { 'x-report': report }),
  };
  const answer = await new Promise<{ us: number; body: string; failed: boolean }>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the function does not answer')), 20_000);
    const start = process.hrtime.bigint();
    session.answered = (body, failed) => {
      clearTimeout(timer);
      resolve({ us: Number(process.hrtime.bigint() - start) / 1_000, body, failed });
    };
    response.writeHead(200, head).end(event);
  });
  if (answer.failed) throw new Error(`the function failed: ${answer.body}`);
  return answer;
}

const methods = {
  open,
  /** Waits for the end of init, and gives what it took. */
  started: async ({ session }: { session: number }) => {
    await whenAsked(pick(session));
    return pick(session).figures as Figures;
  },
  invoke: async (p: { session: number; event: string; report?: 'yes' | 'collect' }) => {
    const session = pick(p.session);
    const { us, body } = await invoke(session, p.event, p.report);
    await whenAsked(session);
    return { us, body, figures: session.figures as Figures };
  },
  /** In turn, round by round, with the order turned about each time: microseconds by round and session. */
  measure: async (p: { lanes: { session: number; event: string }[]; rounds: number }) => {
    const rounds: number[][] = [];
    for (let i = 0; i < p.rounds; i += 1) {
      const round: number[] = [];
      const order = [...p.lanes.keys()];
      for (const lane of i % 2 ? order.reverse() : order) {
        const { session, event } = p.lanes[lane] as { session: number; event: string };
        round[lane] = (await invoke(pick(session), event)).us;
        await whenAsked(pick(session));
      }
      rounds.push(round);
    }
    return rounds;
  },
  close: ({ session }: { session: number }) => {
    pick(session).server.closeAllConnections();
    pick(session).server.close();
  },
};
export type RuntimeApi = typeof methods;

serve(methods);
