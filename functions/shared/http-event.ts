// The HTTP API's event and answer (payload format 2.0), as far as the functions use them.

export interface HttpEvent {
  routeKey: string;
  headers: Record<string, string | undefined>;
  pathParameters?: Record<string, string | undefined>;
  queryStringParameters?: Record<string, string | undefined>;
  body?: string;
  isBase64Encoded: boolean;
  requestContext: {
    requestId: string;
    authorizer?: { jwt?: { claims: Record<string, unknown> } };
  };
}

export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

/** Answers are for one reader and one moment: nothing may keep them. */
const alwaysHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export const jsonAnswer = (statusCode: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...alwaysHeaders, ...headers },
  body: JSON.stringify(body),
});

export const emptyAnswer = (statusCode: number, headers: Record<string, string> = {}): HttpAnswer => ({
  statusCode,
  headers: { ...alwaysHeaders, ...headers },
  body: '',
});
