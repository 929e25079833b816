// The form around one part of a record: what was found again, what is to be corrected, the fields, and the bar that saves.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Clash, Side } from '#web/api/merge-changes.ts';
import type { Section } from '#web/client/use-section.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { ErrorSummary } from '#web/parts/error-summary.tsx';
import { clockWords } from '#web/words/dates.ts';
import { fieldWord, refusalWords } from '#web/words/problem-words.ts';
import { language, t } from '#web/words/words.ts';

interface Props<T> {
  of: Section<T>;
  children: ComponentChildren;
  readOnly?: boolean | undefined;
}

export function SectionForm<T>({ of, children, readOnly = false }: Props<T>) {
  const { restored, failure, errors } = of;
  return (
    <form
      class="section-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void of.save();
      }}
    >
      {restored !== null && <Banner kind="info">{t.client.restored(clockWords(restored, language()))}</Banner>}
      {failure && errors.length === 0 && (
        <Banner kind="urgent">
          <p role="alert">{refusalWords(failure)}</p>
        </Banner>
      )}
      <ErrorSummary errors={errors} />
      {readOnly && <Banner kind="info">{t.client.readOnly}</Banner>}
      <fieldset class="section-fields" disabled={readOnly}>
        {children}
      </fieldset>
      {of.isChanged && (
        <div class="save-bar">
          <Button type="submit" kind="primary" busy={of.busy}>
            {t.parts.save}
          </Button>
          <Button kind="quiet" onPress={of.undo}>
            {t.client.undoChanges}
          </Button>
          <p class="meta">{t.client.unsaved}</p>
        </div>
      )}
      {of.clashing && (
        <ClashDialog
          clashes={of.clashing.clashes}
          onSettle={(sides) => void of.settle(sides)}
          onClose={of.leaveClash}
        />
      )}
    </form>
  );
}

/** What can be read in a line is shown; of a whole table only whose it is. */
const shown = (value: unknown): string =>
  value === null || value === '' || value === undefined
    ? t.client.empty
    : typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : Array.isArray(value) && value.every((one) => typeof one === 'string')
        ? value.join(', ') || t.client.empty
        : t.client.changed;

interface ClashProps {
  clashes: readonly Clash[];
  onSettle: (sides: ReadonlyMap<string, Side>) => void;
  onClose: () => void;
}

function ClashDialog({ clashes, onSettle, onClose }: ClashProps) {
  const [sides, setSides] = useState<ReadonlyMap<string, Side>>(new Map());
  return (
    <Dialog open title={t.client.clashTitle} onClose={onClose}>
      <div class="form">
        <p>{t.client.clash}</p>
        {clashes.map(({ pointer, within, mine, theirs }) => (
          <Radios<Side>
            key={pointer}
            legend={[...within, fieldWord(pointer)].join(' · ')}
            value={sides.get(pointer) ?? 'mine'}
            options={[
              { value: 'mine', label: t.client.yours(shown(mine)) },
              { value: 'theirs', label: t.client.theirs(shown(theirs)) },
            ]}
            onChange={(side) => setSides(new Map([...sides, [pointer, side]]))}
          />
        ))}
        <Button kind="primary" onPress={() => onSettle(sides)}>
          {t.client.saveLikeThis}
        </Button>
      </div>
    </Dialog>
  );
}
