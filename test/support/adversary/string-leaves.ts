// The places in request bodies where a caller can write text, by the OpenAPI document.
type Schema = Readonly<Record<string, unknown>>;

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface StringLeaf {
  /** `takeMessage caller.name`, `createClient numbers[].number`. */
  readonly leaf: string;
  /** One of a few words, an id, a date or a time, a code, a hash that was told: nothing that a caller makes up. */
  readonly closed: boolean;
}

export interface NamedOperation {
  readonly method: string;
  readonly path: string;
  readonly leaves: readonly StringLeaf[];
}

/** By operationId. */
export function operationsOf(document: OpenApi): Map<string, NamedOperation> {
  const all = new Map<string, NamedOperation>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { operationId, requestBody }] of Object.entries(methods)) {
      const schemas = Object.values(requestBody?.content ?? {}).map(({ schema }) => schema);
      const leaves = schemas.flatMap((schema) => leavesOf(document, schema, ''));
      const named = leaves.map(({ leaf, closed }) => ({ leaf: `${operationId} ${leaf}`, closed }));
      all.set(operationId, { method: method.toUpperCase(), path: path.replace(/^\/v1/, ''), leaves: named });
    }
  }
  return all;
}

const harmless = new Set(['boolean', 'integer', 'number', 'null']);
const idForm = /^\^[a-z]{3}_/;

/** @throws Error at a schema that does not say what it takes: it might take anything. */
function leavesOf(document: OpenApi, schema: Schema, path: string): StringLeaf[] {
  const ref = schema.$ref as string | undefined;
  if (ref) return leavesOf(document, document.components.schemas[ref.split('/').at(-1) ?? ''] ?? {}, path);
  const parts = (schema.anyOf ?? schema.oneOf ?? schema.allOf) as Schema[] | undefined;
  if (parts) return parts.flatMap((part) => leavesOf(document, part, path));
  if (schema.type === 'object' && schema.additionalProperties === false) {
    const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
    return properties.flatMap(([name, inner]) => leavesOf(document, inner, path ? `${path}.${name}` : name));
  }
  if (schema.type === 'array') return leavesOf(document, schema.items as Schema, `${path}[]`);
  if (schema.type === 'string') return [{ leaf: path, closed: isClosed(schema) }];
  if (harmless.has(schema.type as string)) return [];
  throw new Error(`What ${path || 'a body'} takes is not said: ${JSON.stringify(schema)}`);
}

const isClosed = ({ enum: words, const: word, pattern, format }: Schema) =>
  words !== undefined ||
  word !== undefined ||
  format === 'date-time' ||
  format === 'date' ||
  (typeof pattern === 'string' && (idForm.test(pattern) || times.has(pattern) || codes.has(pattern)));

/** A time of the day, as a beginning and as an end; a day, and one of every year. */
const times: ReadonlySet<string> = new Set([
  '^([01]\\d|2[0-3]):[0-5]\\d$',
  '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
  '^(20|21)\\d\\d-\\d\\d-\\d\\d$',
  '^\\d\\d-\\d\\d$',
]);

/** A country, the version of a text, a SHA-256; what was found, in which store, a field of it, and a place in a list. */
const codes: ReadonlySet<string> = new Set([
  '^[A-Z]{2}$',
  '^\\d{4}-\\d{2}$',
  '^[0-9a-f]{64}$',
  '^[a-zA-Z]{1,40}#[a-zA-Z0-9._-]{1,80}$',
  '^[a-zA-Z]{1,40}$',
  '^[a-zA-Z0-9.]{1,80}$',
  '^[a-zA-Z0-9_-]{1,2000}$',
]);

/** Every text in a body, with its leaf. */
export function textsIn(value: unknown, path = ''): { leaf: string; text: string }[] {
  if (typeof value === 'string') return [{ leaf: path, text: value }];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, path ? `${path}.${name}` : name));
}
