// Waiting between attempts: full jitter below a bound that doubles.
import { setTimeout } from 'node:timers/promises';

/** Waits before attempt number `attempt` (1, 2, ...). */
export type Wait = (attempt: number) => Promise<void>;

const FIRST_BOUND_MS = 20;

export const jitteredWait: Wait = async (attempt) => {
  await setTimeout(Math.random() * FIRST_BOUND_MS * 2 ** attempt);
};
