// A bare caller of DynamoDB's JSON protocol, for the runner's own needs: tables and streams.
import { Agent, request } from 'node:http';

export interface Dynamo {
  /** Calls an operation; an error answer is thrown with its type as `name`. */
  call(operation: string, input: object): Promise<Record<string, unknown>>;
  close(): void;
}

const streamOperations = new Set(['DescribeStream', 'GetShardIterator', 'GetRecords']);

export function dynamoAt(endpoint: string): Dynamo {
  const agent = new Agent({ keepAlive: true });
  const url = new URL(endpoint);
  return {
    call(operation, input) {
      const service = streamOperations.has(operation) ? 'DynamoDBStreams_20120810' : 'DynamoDB_20120810';
      const body = JSON.stringify(input);
      return new Promise((resolve, reject) => {
        const sent = request(
          url,
          {
            agent,
            method: 'POST',
            headers: {
              'content-type': 'application/x-amz-json-1.0',
              'content-length': Buffer.byteLength(body),
              'x-amz-target': `${service}.${operation}`,
              'x-amz-date': '20260101T000000Z',
              // Engines look at its form, and at nothing else of it.
              authorization:
                'AWS4-HMAC-SHA256 Credential=local/20260101/eu-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', reject);
            response.on('end', () => {
              try {
                const answer = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
                if (response.statusCode === 200) resolve(answer);
                else reject(failureOf(operation, answer));
              } catch (cause) {
                reject(new Error(`${operation}: the engine's answer is not JSON`, { cause }));
              }
            });
          },
        );
        sent.on('error', reject);
        sent.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}

function failureOf(operation: string, answer: Record<string, unknown>): Error {
  const error = new Error(`${operation}: ${answer.message ?? answer.Message ?? JSON.stringify(answer)}`);
  error.name = String(answer.__type).replace(/^.*#/, '');
  return error;
}
