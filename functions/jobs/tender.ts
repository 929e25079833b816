// Who looks after something every quarter of an hour.

/**
 * @param mayGoOn asked before each page: false when the time is nearly up.
 * @returns of how many things something was done.
 * @throws AggregateError at the end, for what could not be done: the next run finds it again.
 */
export type Tender<A> = (app: A, mayGoOn: () => boolean) => Promise<number>;
