// Medians, quantiles and ratios of paired rounds, each with a spread from resampling the rounds.

export interface Estimate {
  readonly value: number;
  /** The middle 90 % of the resampled values. */
  readonly low: number;
  readonly high: number;
}

export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

const RESAMPLES = 400;

/** A fixed seed: the same rounds always give the same spread. */
function seededRandom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Applies `statistic` to the rounds as they are, and to resamples of them. A round holds everything that was
 * measured side by side, so that a slow moment of the machine falls on both sides of a ratio.
 */
function estimate<Round>(rounds: readonly Round[], statistic: (rounds: readonly Round[]) => number): Estimate {
  const random = seededRandom(20_261_124);
  const resampled: number[] = [];
  for (let i = 0; i < RESAMPLES; i += 1) {
    const sample = rounds.map(() => rounds[Math.floor(random() * rounds.length)] as Round);
    resampled.push(statistic(sample));
  }
  return { value: statistic(rounds), low: quantile(resampled, 0.05), high: quantile(resampled, 0.95) };
}

/** The median of `of(round)`, with its spread. */
export const medianOf = <Round>(rounds: readonly Round[], of: (round: Round) => number): Estimate =>
  estimate(rounds, (sample) => median(sample.map(of)));

/** Median over median, resampled together. */
export const ratioOf = <Round>(
  rounds: readonly Round[],
  above: (round: Round) => number,
  below: (round: Round) => number,
): Estimate => estimate(rounds, (sample) => median(sample.map(above)) / median(sample.map(below)));
