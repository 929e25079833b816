// Event patterns of event source mappings and of EventBridge's rules, as far as the templates use them.
export type Matches = (record: unknown) => boolean;

/** A record passes if any one of the patterns fits; without patterns all do. */
export function recordFilter(patterns: readonly string[]): Matches {
  if (patterns.length === 0) return () => true;
  const compiled = patterns.map((pattern) => compile(JSON.parse(pattern), pattern, oneOf));
  return (record) => compiled.some((matches) => matches(record));
}

/** Of a rule: may ask how a text begins, and a list in the event fits if any one of its values does. */
export const eventFilter = (pattern: object): Matches =>
  compile(pattern, JSON.stringify(pattern), (wanted, whole) => {
    const one = wanted.map((each): Matches => {
      if (typeof each !== 'object' || each === null) return (value) => value === each;
      const { prefix, ...others } = each as { prefix?: unknown };
      if (typeof prefix !== 'string' || Object.keys(others).length > 0) throw unknown(JSON.stringify(each), whole);
      return (value) => typeof value === 'string' && value.startsWith(prefix);
    });
    return (found) => [found].flat().some((value) => one.some((matches) => matches(value)));
  });

type OneOf = (wanted: readonly unknown[], whole: string) => Matches;

const oneOf: OneOf = (wanted, whole) => {
  for (const each of wanted) if (typeof each === 'object' && each !== null) throw unknown(JSON.stringify(each), whole);
  return (value) => wanted.includes(value);
};

function compile(pattern: unknown, whole: string, leaf: OneOf): Matches {
  if (Array.isArray(pattern)) return leaf(pattern, whole);
  if (typeof pattern !== 'object' || pattern === null) throw unknown(pattern, whole);
  const parts = Object.entries(pattern).map(([key, part]) => {
    if (key.startsWith('$')) throw unknown(key, whole);
    return [key, compile(part, whole, leaf)] as const;
  });
  return (value) =>
    parts.every(([key, matches]) =>
      matches(typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    );
}

const unknown = (part: unknown, whole: string) =>
  new Error(`the runner does not know ${part} in the filter pattern ${whole}; see local/filter-patterns.ts`);
