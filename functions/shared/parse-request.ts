// A request, parsed by its route's row: params, query, body, If-Match and Idempotency-Key.
import { isUtf8 } from 'node:buffer';
import type * as z from 'zod/mini';
import type { HttpEvent } from '#shared/http-event.ts';
import { type Finding, Problem, type ProblemCode } from '#shared/problems.ts';
import type { Lazy, Route } from '#shared/route.ts';

export interface ParsedRequest {
  params: Record<string, string>;
  query: unknown;
  body: unknown;
  /** The version that If-Match names. */
  ifMatch: number | undefined;
  idempotencyKey: string | undefined;
}

const BODY_LIMIT_BYTES = 64 * 1024;
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/** RFC 6901: `/` and `~` inside a name are escaped. */
const pointerTo = (where: string, path: readonly PropertyKey[]) =>
  where + path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Unknown names are given by the sender: they are pointed at, which is not an echo of a value. */
function findingsOf(where: string, issues: readonly z.core.$ZodIssue[]): Finding[] {
  return issues.flatMap((issue): Finding[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        pointer: pointerTo(where, [...issue.path, key.slice(0, 64)]),
        detail: 'Unknown field',
      }));
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
      const nested = nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
      return findingsOf(where, nested as z.core.$ZodIssue[]);
    }
    return [{ pointer: pointerTo(where, issue.path), detail: describeIssue(issue) }];
  });
}

/** Words for people, made from the rule that was broken: the value stays out. */
function describeIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Expected ${issue.expected}`;
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `At most ${issue.maximum} long`
        : `At most ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `At least ${issue.minimum} long`
        : `At least ${issue.minimum}`;
    case 'invalid_value':
      return `One of: ${issue.values.join(', ')}`;
    case 'custom':
      return issue.message && issue.message !== 'Invalid input' ? issue.message : 'Not valid';
    case 'invalid_format':
      return issue.format === 'regex' ? 'Not of the form asked for' : `Not a valid ${issue.format}`;
    default:
      return 'Not valid';
  }
}

function parseWith(schema: Lazy | undefined, where: string, value: unknown, findings: Finding[]): unknown {
  if (!schema) return undefined;
  const parsed = schema().safeParse(value);
  if (!parsed.success) findings.push(...findingsOf(where, parsed.error.issues));
  return parsed.data;
}

/** The pointer '' is the whole body. */
const refusal = (code: ProblemCode, pointer: string, detail: string) =>
  new Problem(code, { errors: [{ pointer, detail }] });

function readBody(event: HttpEvent): unknown {
  const type = event.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw refusal('unsupported-media-type', 'header/Content-Type', 'Send application/json');
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > BODY_LIMIT_BYTES) throw refusal('payload-too-large', '', `At most ${BODY_LIMIT_BYTES} bytes`);
  // Of another encoding å, ä and ö would be kept as question marks.
  if (!isUtf8(bytes)) throw refusal('malformed-json', '', 'Not UTF-8');
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw refusal('malformed-json', '', 'Not JSON');
  }
}

function readIfMatch(route: Route, event: HttpEvent): number | undefined {
  if (!route.ifMatch) return undefined;
  const header = event.headers['if-match'];
  if (header === undefined) throw new Problem('if-match-required');
  const version = /^"(0|[1-9]\d{0,14})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new Problem('version-conflict');
  return Number(version);
}

function readIdempotencyKey(route: Route, event: HttpEvent): string | undefined {
  const header = event.headers['idempotency-key'];
  if (!route.idempotent || header === undefined) return undefined;
  if (IDEMPOTENCY_KEY.test(header)) return header;
  throw new Problem('invalid-request', {
    errors: [{ pointer: 'header/Idempotency-Key', detail: '1 to 200 visible ASCII characters' }],
  });
}

/** @throws Problem with a finding for each thing that is wrong, in params, query and body together. */
export function parseRequest(route: Route, event: HttpEvent): ParsedRequest {
  const findings: Finding[] = [];
  const rawBody = route.body ? readBody(event) : undefined;
  const params = parseWith(route.params, 'params', event.pathParameters ?? {}, findings);
  // A malformed id names nothing: it answers as a missing record does.
  if (findings.length > 0) throw new Problem('not-found');
  const query = parseWith(route.query, 'query', event.queryStringParameters ?? {}, findings);
  if (!route.query && Object.keys(event.queryStringParameters ?? {}).length > 0)
    findings.push({ pointer: 'query', detail: 'This route takes no query' });
  const body = parseWith(route.body, '', rawBody, findings);
  if (findings.length > 0) throw new Problem('invalid-request', { errors: findings });
  return {
    params: (params ?? {}) as Record<string, string>,
    query,
    body,
    ifMatch: readIfMatch(route, event),
    idempotencyKey: readIdempotencyKey(route, event),
  };
}
