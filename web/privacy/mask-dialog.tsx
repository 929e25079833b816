// What is hidden of one record: what a machine has marked, whole fields, and what somebody picks out of the text before them.
import { useRef, useState } from 'preact/hooks';
import { announce } from '#web/parts/announce.tsx';
import { Button } from '#web/parts/button.tsx';
import { Check } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { Field } from '#web/parts/field.tsx';
import { codeWord, type Finding, type FindingField, type Mask } from '#web/privacy/findings.ts';
import { Form } from '#web/privacy/form.tsx';
import { choicesOf, firstMasks, isWords, keyOf, parted, pickedOut, shownText } from '#web/privacy/masks.ts';
import { useSending } from '#web/privacy/sending.ts';
import { spoken } from '#web/privacy/spoken.ts';
import { t } from '#web/words/words.ts';

const rowsOf = (text: string): number =>
  Math.min(
    12,
    text.split('\n').reduce((rows, line) => rows + 1 + Math.floor(line.length / 60), 0),
  );

/**
 * A passage is picked out by keys, by a thumb or by a mouse. Not `readOnly`: Chromium has no caret there that keys could move.
 */
function Words({
  field,
  error,
  onPick,
}: {
  field: FindingField;
  error: string | undefined;
  onPick: (masks: Mask[]) => void;
}) {
  const words = t.privacy.findings;
  const area = useRef<HTMLTextAreaElement>(null);
  const text = shownText(field.value);
  return (
    <>
      <Field label={codeWord(field.code)} name={`/${field.code}`} hint={words.pickHint} error={error}>
        {(given) => (
          <textarea
            {...given}
            ref={area}
            aria-readonly="true"
            inputMode="none"
            spellcheck={false}
            value={text}
            rows={rowsOf(text)}
            onBeforeInput={(event) => event.preventDefault()}
            onInput={(event) => {
              event.currentTarget.value = text;
            }}
          />
        )}
      </Field>
      <div class="actions">
        <Button
          onPress={() => onPick(pickedOut(field, area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0))}
        >
          {words.pick}
        </Button>
      </div>
    </>
  );
}

interface Props {
  finding: Finding;
  onClose: () => void;
  onChosen: (masks: Mask[]) => void;
}

export function MaskDialog({ finding, onClose, onChosen }: Props) {
  const words = t.privacy.findings;
  const { told, rest } = parted(finding.fields);
  const [picked, setPicked] = useState<readonly Mask[]>(finding.masks);
  const [chosen, setChosen] = useState(new Set(firstMasks(finding).map(keyOf)));
  const sending = useSending();

  function save(): void {
    const masks = finding.fields.flatMap((field) => choicesOf(field, picked)).filter((one) => chosen.has(keyOf(one)));
    if (!sending.refuse({}, masks.length === 0 ? words.nothingChosen : undefined)) onChosen(masks);
  }
  function tick(masks: readonly Mask[], is: boolean): void {
    const keys = new Set(masks.map(keyOf));
    setChosen(new Set([...[...chosen].filter((key) => !keys.has(key)), ...(is ? keys : [])]));
  }
  const pick = (code: string) => (masks: Mask[]) => {
    if (sending.refuse(masks.length === 0 ? { [`/${code}`]: words.pickFirst } : {})) return;
    setPicked([...picked, ...masks]);
    tick(masks, true);
    announce(words.picked(masks.map(({ passage }) => passage).join(', ')));
  };
  const labelOf = ({ passage }: Mask, field: FindingField): string =>
    passage ?? words.wholeField(codeWord(field.code), isWords(field) ? undefined : spoken(field.value));
  const one = (field: FindingField) => (
    <div class="hidden-of" key={field.code}>
      {isWords(field) && <Words field={field} onPick={pick(field.code)} error={sending.wrong[`/${field.code}`]} />}
      {choicesOf(field, picked).map((mask) => (
        <Check
          key={keyOf(mask)}
          label={labelOf(mask, field)}
          checked={chosen.has(keyOf(mask))}
          onChange={(is) => tick([mask], is)}
        />
      ))}
    </div>
  );
  return (
    <Dialog open title={words.chooseTitle} onClose={onClose}>
      <Form sending={sending} submit={words.saveMasks} onSubmit={save}>
        <p class="quiet">{words.chooseHint}</p>
        {told.map(one)}
        {rest.length > 0 && (
          <details>
            <summary>{words.all}</summary>
            {rest.map(one)}
          </details>
        )}
      </Form>
    </Dialog>
  );
}
