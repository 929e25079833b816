// Event filter patterns of event source mappings, as far as the templates use them.
export type Matches = (record: unknown) => boolean;

/** A record passes if any one of the patterns fits; without patterns all do. */
export function recordFilter(patterns: readonly string[]): Matches {
  if (patterns.length === 0) return () => true;
  const compiled = patterns.map((pattern) => compile(JSON.parse(pattern), pattern));
  return (record) => compiled.some((matches) => matches(record));
}

function compile(pattern: unknown, whole: string): Matches {
  if (Array.isArray(pattern)) {
    for (const wanted of pattern)
      if (typeof wanted === 'object' && wanted !== null) throw unknown(JSON.stringify(wanted), whole);
    return (value) => pattern.includes(value);
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

const unknown = (part: unknown, whole: string) =>
  new Error(`the runner does not know ${part} in the filter pattern ${whole}; see local/filter-patterns.ts`);
