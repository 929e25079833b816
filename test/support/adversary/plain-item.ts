// An item out of DynamoDB's JSON (`{"S": …}`, `{"B": …}`), with its bytes as bytes.
export type Item = Readonly<Record<string, unknown>>;

export const plainItem = (item: object): Item =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]));

function plainValue(typed: Record<string, unknown>): unknown {
  const [[type, value] = []] = Object.entries(typed);
  if (type === 'B') return Buffer.from(value as string, 'base64');
  if (type === 'BS') return (value as string[]).map((one) => Buffer.from(one, 'base64'));
  if (type === 'L') return (value as Record<string, unknown>[]).map(plainValue);
  if (type === 'M') return plainItem(value as object);
  return value;
}
