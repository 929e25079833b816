// An instant as people in Sweden read it from the wall, for tests that may run at any hour and in any season.

/** "2026-11-27 12:10" */
export const inStockholm = (ms: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' }).format(ms);

/** "2026-11-27" */
export const dayOf = (ms: number): string => inStockholm(ms).slice(0, 10);
