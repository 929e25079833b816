// Whether two values of JSON say the same: what is undefined is not there.
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
}
