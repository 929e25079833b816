// How large an item is, in bytes, as DynamoDB counts:
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
export const sizeOf = (item: object) =>
  Object.entries(item).reduce((sum, [name, value]) => sum + name.length + sizeOfValue(value), 0);

const sizeOfValue = (value: unknown): number => {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 21;
  if (Array.isArray(value)) return 3 + value.reduce((sum, one) => sum + 1 + sizeOfValue(one), 0);
  if (typeof value === 'object' && value !== null) return 3 + sizeOf(value) + Object.keys(value).length;
  return 1;
};
