// Above the list: which messages, the search in what is loaded, and the other filters behind one button.
import type { RefObject } from 'preact';
import type { StaffMember } from '#web/api/types.ts';
import { type Filters, filterCount } from '#web/inbox/filters.ts';
import { Button } from '#web/parts/button.tsx';
import { Check } from '#web/parts/check.tsx';
import { Field } from '#web/parts/field.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
  /** Who may be chosen; absent for those who see their own only. */
  staff: readonly StaffMember[] | undefined;
  text: string;
  onText: (text: string) => void;
  searchRef: RefObject<HTMLInputElement | null>;
}

const states = () =>
  [
    [undefined, t.inbox.all],
    ['open', t.inbox.open],
    ['handled', t.inbox.done],
  ] as const;

/** Without what has been emptied: an absent filter is no filter. */
function changed(filters: Filters, change: { [Name in keyof Filters]: Filters[Name] | undefined }): Filters {
  const all = Object.entries({ ...filters, ...change }).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(all) as Filters;
}

export function FilterBar({ filters, onChange, staff, text, onText, searchRef }: Props) {
  const words = t.inbox;
  const set = (change: Parameters<typeof changed>[1]) => onChange(changed(filters, change));
  const count = filterCount(filters);
  return (
    <search class="inbox-filters">
      <fieldset class="inbox-segments">
        <legend class="unseen">{words.stateFilter}</legend>
        {states().map(([state, label]) => (
          <Button key={label} pressed={filters.state === state} onPress={() => set({ state })}>
            {label}
          </Button>
        ))}
      </fieldset>
      <Field label={words.search} name="inbox-search">
        {(props) => (
          <input
            {...props}
            ref={searchRef}
            type="search"
            autocomplete="off"
            value={text}
            onInput={(event) => onText(event.currentTarget.value)}
          />
        )}
      </Field>
      <details open={count > 0}>
        <summary>{words.filter(count)}</summary>
        <div class="inbox-more-filters">
          {staff && (
            <Field label={words.person} name="inbox-person">
              {(props) => (
                <select
                  {...props}
                  value={filters.staffId ?? ''}
                  onChange={(event) => set({ staffId: event.currentTarget.value })}
                >
                  <option value="">{words.everybody}</option>
                  {staff.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          {(['from', 'until'] as const).map((end) => (
            <Field key={end} label={words[end]} name={`inbox-${end}`}>
              {(props) => (
                <input
                  {...props}
                  type="date"
                  value={filters[end] ?? ''}
                  onChange={(event) => set({ [end]: event.currentTarget.value })}
                />
              )}
            </Field>
          ))}
          <Check
            label={words.onlyUrgent}
            checked={filters.urgent === true}
            onChange={(checked) => set({ urgent: checked ? true : undefined })}
          />
          {count > 0 && (
            <Button kind="quiet" onPress={() => onChange(changed({}, { state: filters.state }))}>
              {words.clearFilters}
            </Button>
          )}
        </div>
      </details>
    </search>
  );
}
