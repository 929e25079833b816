// A merge patch of one level: what is absent stays, null clears, lists and objects are replaced whole.

export const mergePatch = <T extends object>(value: T, patch: { [Name in keyof T]?: T[Name] | undefined }): T => ({
  ...value,
  ...Object.fromEntries(Object.entries(patch).filter(([, change]) => change !== undefined)),
});
