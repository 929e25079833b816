// How long an urgent message waits for an outcome, in minutes, where nobody has said.
export const DEFAULT_WAIT_MINUTES = 10;
