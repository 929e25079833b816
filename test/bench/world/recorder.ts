// Stands between functions and AWS: passes DynamoDB on to the engine, answers for the other services, and writes down every request.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Exchange, operationOf } from '../lab/stub-aws.ts';
import { answerFor } from './other-services.ts';

interface Consumed {
  readonly readUnits: number;
  readonly writeUnits: number;
}

export interface Recorded extends Exchange, Consumed {}

export interface Recorder {
  readonly endpoint: string;
  /** What was sent since the last call of this. */
  take(): Recorded[];
  stop(): void;
}

interface Capacity {
  ReadCapacityUnits?: number;
  WriteCapacityUnits?: number;
  CapacityUnits?: number;
}

const WRITES = /^DynamoDB\.(Put|Update|Delete|TransactWrite|BatchWrite)/;

async function read(message: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of message.setEncoding('utf8')) text += chunk;
  return text;
}

export async function startRecorder(engineEndpoint: string): Promise<Recorder> {
  let recorded: Recorded[] = [];

  async function pass(request: IncomingMessage, body: string, operation: string): Promise<Recorded> {
    const response = await fetch(engineEndpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': String(request.headers['x-amz-target']),
        'x-amz-date': String(request.headers['x-amz-date']),
        authorization: String(request.headers.authorization),
      },
      body: JSON.stringify({ ...JSON.parse(body), ReturnConsumedCapacity: 'TOTAL' }),
    });
    const { ConsumedCapacity, ...answer } = (await response.json()) as { ConsumedCapacity?: Capacity | Capacity[] };
    return {
      operation,
      request: body,
      status: response.status,
      contentType: 'application/x-amz-json-1.0',
      answer: JSON.stringify(answer),
      ...units(operation, [ConsumedCapacity ?? []].flat()),
    };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    const operation = operationOf(request.headers, request.url ?? '', body);
    const one = operation.startsWith('DynamoDB.')
      ? await pass(request, body, operation)
      : { operation, request: body, ...answerFor(operation, body), readUnits: 0, writeUnits: 0 };
    recorded.push(one);
    response.writeHead(one.status, { 'content-type': one.contentType }).end(one.answer);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = recorded;
      recorded = [];
      return taken;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Engines give either the split or one figure, which is then the operation's own kind. */
function units(operation: string, capacities: readonly Capacity[]): Consumed {
  const isWrite = WRITES.test(operation);
  const sum = (pick: (capacity: Capacity) => number) => capacities.reduce((total, one) => total + pick(one), 0);
  return {
    readUnits: sum((one) => one.ReadCapacityUnits ?? (isWrite ? 0 : (one.CapacityUnits ?? 0))),
    writeUnits: sum((one) => one.WriteCapacityUnits ?? (isWrite ? (one.CapacityUnits ?? 0) : 0)),
  };
}
