// Which of the tasks are shown: by how far they are, and by why they are there.
import type { Signal } from '@preact/signals';
import { type Filter, filters, type Reason, reasons } from '#web/attention/task-list.ts';
import { Button } from '#web/parts/button.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  filter: Signal<Filter>;
  reason: Signal<Reason | undefined>;
  /** How many there are of each that is known. */
  counts: Partial<Record<Filter, number>>;
}

export function Filters({ filter, reason, counts }: Props) {
  const words = t.attention;
  return (
    <div class="filters">
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that belong together, not fields of a form */}
      <div role="group" aria-label={words.show} class="segments">
        {filters.map((one) => (
          <Button
            key={one}
            pressed={filter.value === one}
            onPress={() => {
              filter.value = one;
            }}
          >
            {words.filters[one]}
            {counts[one] !== undefined && <span class="meta">{counts[one]}</span>}
          </Button>
        ))}
      </div>
      <div class="field">
        <select
          aria-label={words.reason}
          value={reason.value ?? ''}
          onChange={(event) => {
            reason.value = reasons.find((one) => one === event.currentTarget.value);
          }}
        >
          <option value="">{words.anyReason}</option>
          {reasons.map((one) => (
            <option key={one} value={one}>
              {words.reasons[one]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
