// One entry of a list in the form: folded where it has a summary, and taken away by a button that says which it is.
import type { ComponentChildren } from 'preact';
import { Button } from '#web/parts/button.tsx';
import { useErrorUnder } from '#web/staff/inputs.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  title: string;
  onRemove: () => void;
  children: ComponentChildren;
}

export function Entry({ title, onRemove, children }: Props) {
  return (
    <fieldset class="entry">
      <legend>{title}</legend>
      {children}
      <RemoveButton title={title} onRemove={onRemove} />
    </fieldset>
  );
}

/** The focus goes to what stands before: what had it is gone. */
function RemoveButton({ title, onRemove }: Pick<Props, 'title' | 'onRemove'>) {
  return (
    <Button
      kind="quiet"
      label={t.parts.remove(title)}
      onPress={(event) => {
        const heading = (event.currentTarget as HTMLElement).closest('.entries')?.querySelector('h3');
        onRemove();
        heading?.focus();
      }}
    >
      {t.parts.remove('')}
    </Button>
  );
}

interface FoldedProps extends Props {
  at: string;
  /** Just added: it is open. */
  isNew: boolean;
}

export function Folded({ at, title, isNew, onRemove, children }: FoldedProps) {
  const isWrong = useErrorUnder(at);
  return (
    <details class="entry" open={isNew || isWrong}>
      <summary>{title}</summary>
      <div class="entry-fields">
        {children}
        <RemoveButton title={title} onRemove={onRemove} />
      </div>
    </details>
  );
}

/** The list with its heading, which takes the focus when an entry is gone. */
export function EntryList({ title, hint, children }: { title: string; hint?: string; children: ComponentChildren }) {
  return (
    <div class="entries">
      <h3 tabIndex={-1}>{title}</h3>
      {hint && <p class="meta">{hint}</p>}
      {children}
    </div>
  );
}

export const replaced = <T,>(list: readonly T[], at: number, change: Partial<T>): T[] =>
  list.map((one, index) => (index === at ? { ...one, ...change } : one));

export const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);
