// A moment as people say it, with the exact one behind it.
import { clockWords, dayWords, type Moment, secondWords, whenWords } from '#web/words/dates.ts';
import { language } from '#web/words/words.ts';

interface Props {
  at: Moment;
  style?: 'short' | 'clock' | 'second' | 'day';
  nowMs?: number;
}

export function When({ at, style = 'short', nowMs = Date.now() }: Props) {
  const spoken = language();
  const text = {
    short: () => whenWords(at, nowMs, spoken),
    clock: () => clockWords(at, spoken),
    second: () => secondWords(at, spoken),
    day: () => dayWords(at, spoken),
  }[style]();
  return <time dateTime={new Date(at).toISOString()}>{text}</time>;
}
