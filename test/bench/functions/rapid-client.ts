// Stands in for the runtime client's native part (rapid-client.node): the Runtime API over one bare socket.
// A socket and not node:http, so that nothing is loaded or warmed that the function itself would have to pay for.
import { connect } from 'node:net';

const [host = '127.0.0.1', port = '0'] = (process.env.AWS_LAMBDA_RUNTIME_API ?? '').split(':');
const socket = connect({ host, port: Number(port), noDelay: true });
socket.once('close', () => process.exit());
socket.once('error', () => process.exit(1));

interface Answer {
  headers: Record<string, string | number>;
  bodyJson: string;
}

const waiting: ((answer: Answer) => void)[] = [];
let received: Buffer = Buffer.alloc(0);

socket.on('data', (chunk) => {
  received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
  for (;;) {
    const headEnd = received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const headers: Answer['headers'] = {};
    for (const line of received.subarray(0, headEnd).toString('latin1').split('\r\n').slice(1)) {
      const colon = line.indexOf(':');
      headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
    }
    const bodyEnd = headEnd + 4 + Number(headers['content-length'] ?? 0);
    if (received.length < bodyEnd) return;
    const bodyJson = received.toString('utf8', headEnd + 4, bodyEnd);
    received = received.subarray(bodyEnd);
    waiting.shift()?.({ headers, bodyJson });
  }
});

function send(method: string, path: string, body: string, header = ''): Promise<Answer> {
  const length = Buffer.byteLength(body);
  socket.write(
    `${method} /2018-06-01/runtime/${path} HTTP/1.1\r\nhost: ${host}:${port}\r\ncontent-length: ${length}\r\n${header}\r\n${body}`,
  );
  return new Promise((resolve) => waiting.push(resolve));
}

/** What the process has cost so far; `now` counts from its start. */
function figures(collectFirst: boolean): string {
  const now = performance.now();
  const cpu = process.cpuUsage();
  if (collectFirst) for (let i = 0; i < 3; i += 1) globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return `x-figures: ${JSON.stringify({ now, cpuUs: cpu.user + cpu.system, rss, heapUsed })}\r\n`;
}

let report: string | number | undefined = 'init';

export async function next(): Promise<Answer> {
  const answer = await send('GET', 'invocation/next', '', report === undefined ? '' : figures(report === 'collect'));
  report = answer.headers['x-report'];
  return answer;
}

export function done(id: string, body: string): null {
  void send('POST', `invocation/${id}/response`, body);
  return null;
}

export function error(id: string, body: string): null {
  void send('POST', `invocation/${id}/error`, body);
  return null;
}
