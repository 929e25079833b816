// AWS in a process of its own, answering from memory: what was recorded for each operation, in turn, over and over.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from './service.ts';

/** One request that a function sent to AWS, and what it was answered. */
export interface Exchange {
  /** `DynamoDB.BatchGetItem`, `SNS.Publish`, `SES.SendEmail`. */
  readonly operation: string;
  readonly request: string;
  readonly status: number;
  readonly contentType: string;
  readonly answer: string;
}

/** Which call it is, by what stands in its headers, its form or its path. */
export function operationOf(headers: Readonly<Record<string, unknown>>, path: string, body: string): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.replace(/^(\w+?)(?:_\d+)?\./, '$1.');
  const action = /^Action=(\w+)|&Action=(\w+)/.exec(body);
  if (action) return `SNS.${action[1] ?? action[2]}`;
  if (path.startsWith('/v2/email')) return 'SES.SendEmail';
  return `unknown ${path}`;
}

/** A stub for one function process: it shares its turns with nobody. */
async function open({ exchanges }: { exchanges: Exchange[] }): Promise<{ endpoint: string }> {
  const byOperation = Map.groupBy(exchanges, ({ operation }) => operation);
  const turns = new Map<string, number>();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const operation = operationOf(request.headers, request.url ?? '', body);
      const canned = byOperation.get(operation) ?? [];
      const turn = turns.get(operation) ?? 0;
      turns.set(operation, turn + 1);
      const exchange = canned[turn % canned.length];
      const answer = exchange?.answer ?? JSON.stringify({ __type: `NothingRecorded#${operation}` });
      response.writeHead(exchange?.status ?? 400, {
        'content-type': exchange?.contentType ?? 'application/x-amz-json-1.0',
        'content-length': Buffer.byteLength(answer),
        'x-amzn-requestid': '00000000-0000-4000-8000-000000000000',
      });
      response.end(answer);
    });
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const methods = { open };
export type StubAws = typeof methods;

if (process.send) serve(methods);
