// A time of the day as people write it.
import { useState } from 'preact/hooks';
import { parseClock } from '#web/parts/clock-times.ts';

interface TimeProps {
  id: string;
  /** Where no label of its own stands beside it. */
  label?: string;
  value: string;
  onChange: (value: string) => void;
  describedBy?: string | undefined;
  wrong?: boolean;
}

/** What is typed stands until the field is left; what is meant by it is known at each key. */
export function TimeField({ id, label, value, onChange, describedBy, wrong }: TimeProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      id={id}
      class="time"
      inputMode="decimal"
      autocomplete="off"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={wrong ? true : undefined}
      value={typed ?? value}
      onInput={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(parseClock(text) ?? text);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
