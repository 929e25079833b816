// Every problem the API can answer, by code: RFC 9457 bodies are made from this and from nothing else.

export const problems = {
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'invalid-request': { status: 400, title: 'The request does not fit the description of this route' },
  'invalid-cursor': { status: 400, title: 'The cursor does not belong to this list' },
  forbidden: { status: 403, title: 'Your role may not do this' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'client-not-active': { status: 409, title: 'The client is paused or ended and takes no messages' },
  'client-not-ended': { status: 409, title: 'Only a client that has ended can be erased' },
  'agreement-missing': {
    status: 409,
    title: 'The client has not signed the agreement yet: nothing of it is stored before',
  },
  'document-changed': { status: 409, title: 'The text is not the one that you read any more: read it again' },
  'already-signed': { status: 409, title: 'This very text has been signed already' },
  'service-details-missing': { status: 409, title: 'The service has not said yet who it is: it cannot sign' },
  'reason-required': { status: 409, title: 'Say why: this is written down' },
  'second-person-required': { status: 409, title: 'Another person than the one who asked has to confirm this' },
  'instruction-missing': { status: 409, title: "The client's instruction is missing: nothing is done without it" },
  'erasure-not-certified': {
    status: 409,
    title: 'What the person asks to be erased has no certificate of its erasure yet',
  },
  'erasure-under-way': {
    status: 409,
    title: 'An erasure of what was found is asked for: withdraw it first; one that is confirmed is carried out',
  },
  'wrong-state': { status: 409, title: 'That cannot be done in the state that this is in' },
  'number-taken': { status: 409, title: 'A telephone number belongs to another client' },
  'no-machine-place': { status: 409, title: 'Every place for a machine client is taken' },
  'already-member': { status: 409, title: 'This user is a member already' },
  'last-supervisor': { status: 409, title: 'The last supervisor cannot be withdrawn or changed' },
  'too-many-readers': { status: 409, title: 'The message has as many readers as it may have' },
  'too-many-notices': { status: 409, title: 'The client has as many notices as it may have' },
  'too-many-deliveries': { status: 409, title: 'The message has as many deliveries as it may have' },
  'too-many-tests': { status: 409, title: 'The client has sent as many tests today as it may' },
  'task-claimed': { status: 409, title: 'Somebody else has claimed this task' },
  'task-done': { status: 409, title: 'The task is done: open it again first' },
  'other-door': { status: 409, title: 'This e-mail address belongs to a user of the other door' },
  erased: { status: 410, title: 'This has been erased and cannot be recreated' },
  'version-conflict': { status: 412, title: 'It has changed since you read it' },
  'payload-too-large': { status: 413, title: 'The body is larger than 64 kB' },
  'unsupported-media-type': { status: 415, title: 'The body must be application/json' },
  'idempotency-mismatch': { status: 422, title: 'This Idempotency-Key was used with another body' },
  'unknown-staff': { status: 422, title: 'A staff member named in the request is not in this register' },
  'unknown-client': { status: 422, title: 'A client named in the request does not exist' },
  'unknown-sub-processor': { status: 422, title: 'Nothing is announced of such a sub-processor' },
  'no-usable-address': { status: 422, title: 'The message cannot reach anybody: no usable address' },
  'if-match-required': { status: 428, title: 'Send If-Match with the ETag that you read' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  'try-again': { status: 503, title: 'Somebody else is changing this; try again' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** What is wrong where: an RFC 6901 pointer into the body, or `query/…`, `params/…`, `header/…`. Never the value itself. */
export interface Finding {
  pointer: string;
  detail: string;
}

interface ProblemDetails {
  detail?: string;
  errors?: readonly Finding[];
  /** With `erased`: when, RFC 3339. */
  erasedAt?: string;
  /** With `erased`: its time was over; absent: somebody asked for it. */
  because?: 'time' | undefined;
  cause?: unknown;
}

/** An expected refusal. The only errors whose words reach the consumer. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? problems[code].title, { cause: details.cause });
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }
}

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  errors?: readonly Finding[];
  erasedAt?: string;
  because?: 'time' | 'request';
}

export function problemBody(code: ProblemCode, details: ProblemDetails = {}): ProblemBody {
  const { detail, errors, erasedAt, because = 'request' } = details;
  return {
    type: `urn:answeronline:problem:${code}`,
    title: problems[code].title,
    status: problems[code].status,
    code,
    ...(detail !== undefined && { detail }),
    ...(errors !== undefined && { errors }),
    ...(erasedAt !== undefined && { erasedAt }),
    ...(code === 'erased' && { because }),
  };
}
