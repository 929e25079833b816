// Event filter patterns of event source mappings, as far as the templates use them.
export type Matches = (record: unknown) => boolean;

type Rule = string | number | boolean | null | { prefix?: string; exists?: boolean; 'anything-but'?: unknown };

/** A record passes if any one of the patterns fits; without patterns all do. */
export function recordFilter(patterns: readonly string[]): Matches {
  if (patterns.length === 0) return () => true;
  const compiled = patterns.map((pattern) => compile(JSON.parse(pattern), pattern));
  return (record) => compiled.some((matches) => matches(record));
}

function compile(pattern: unknown, whole: string): Matches {
  if (Array.isArray(pattern)) {
    const rules = pattern.map((rule) => compileRule(rule as Rule, whole));
    return (value) => rules.some((matches) => matches(value));
  }
  if (typeof pattern !== 'object' || pattern === null) throw unknown(pattern, whole);
  const parts = Object.entries(pattern).map(([key, part]) => {
    if (key.startsWith('$')) throw unknown(key, whole);
    return [key, compile(part, whole)] as const;
  });
  return (value) =>
    parts.every(([key, matches]) =>
      matches(typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    );
}

function compileRule(rule: Rule, whole: string): Matches {
  if (typeof rule !== 'object' || rule === null) return (value) => value === rule;
  const [[name, argument] = [], ...more] = Object.entries(rule);
  if (more.length > 0) throw unknown(JSON.stringify(rule), whole);
  if (name === 'prefix' && typeof argument === 'string') {
    return (value) => typeof value === 'string' && value.startsWith(argument);
  }
  if (name === 'exists' && typeof argument === 'boolean') return (value) => (value !== undefined) === argument;
  if (name === 'anything-but') {
    const refused = [argument].flat();
    if (refused.some((item) => typeof item === 'object')) throw unknown(JSON.stringify(rule), whole);
    return (value) => value !== undefined && !refused.includes(value);
  }
  throw unknown(JSON.stringify(rule), whole);
}

const unknown = (part: unknown, whole: string) =>
  new Error(`the runner does not know ${part} in the filter pattern ${whole}; see local/filter-patterns.ts`);
