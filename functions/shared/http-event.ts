// The HTTP API's event and answer (payload format 2.0), as far as the functions use them.
import { hash } from 'node:crypto';

export interface HttpEvent {
  routeKey: string;
  headers: Record<string, string | undefined>;
  pathParameters?: Record<string, string | undefined>;
  queryStringParameters?: Record<string, string | undefined>;
  body?: string;
  isBase64Encoded: boolean;
  requestContext: {
    requestId: string;
    http?: { sourceIp?: string };
    authorizer?: { jwt?: { claims: Record<string, unknown> } };
  };
}

export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  /** The body is bytes. */
  isBase64Encoded?: true;
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

/** Nothing may run in a page, nothing be loaded and nothing sent: what it may have is its own style, told by its hash. */
function policyOf(page: string): string {
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1];
  const styles = style === undefined ? "'none'" : `'sha256-${hash('sha256', style, 'base64')}'`;
  return `default-src 'none'; style-src ${styles}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/** A page for people. */
export const pageAnswer = (statusCode: number, page: string, headers: Record<string, string> = {}): HttpAnswer => ({
  statusCode,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyOf(page),
    'referrer-policy': 'no-referrer',
    ...alwaysHeaders,
    ...headers,
  },
  body: page,
});

/** A paper to be saved. */
export const pdfAnswer = (
  statusCode: number,
  bytes: Uint8Array,
  name: string,
  headers: Record<string, string> = {},
): HttpAnswer => ({
  statusCode,
  headers: {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${name}.pdf"`,
    ...alwaysHeaders,
    ...headers,
  },
  body: Buffer.from(bytes).toString('base64'),
  isBase64Encoded: true,
});
