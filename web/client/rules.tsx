// What always holds for the client's calls, and what holds at certain times: greetings, instructions, words to callers.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Client } from '#web/api/types.ts';
import { Choice, type Errors, Rows, TextField } from '#web/client/inputs.tsx';
import type { TabProps } from '#web/client/opening-hours.tsx';
import type { Answering } from '#web/client/record-source.ts';
import { SectionForm } from '#web/client/section-form.tsx';
import { useSection } from '#web/client/use-section.ts';
import { WhenEditor } from '#web/client/when-editor.tsx';
import { type Rule, whenRuleWords } from '#web/client/when-words.ts';
import { Badge } from '#web/parts/badge.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { phoneWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

const RULES = 40;
const QUESTIONS = 10;
const kinds = ['greeting', 'instruction', 'note'] as const;

interface Asked {
  instructions: string | null;
  askFor: string[];
  rules: Rule[];
}

const pick = ({ instructions, askFor, rules }: Answering): Asked => ({ instructions, askFor, rules: rules as Rule[] });

interface Props extends TabProps {
  numbers: Client['numbers'];
}

export function Rules({ clientId, source, answering, readOnly, numbers }: Props) {
  const section = useSection(`rules:${clientId}`, source, answering, pick);
  const { value, errors, patch } = section;
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const turn = (place: number) =>
    setOpen(new Set(open.has(place) ? [...open].filter((one) => one !== place) : [...open, place]));
  useEffect(() => {
    setOpen(new Set([...open, ...value.rules.keys()].filter((place) => open.has(place) || isWrong(errors, place))));
  }, [errors]);

  return (
    <SectionForm of={section} readOnly={readOnly}>
      <TextField
        at="/instructions"
        errors={errors}
        label={t.client.instructions}
        hint={t.client.instructionsHint}
        lines={4}
        value={value.instructions}
        onChange={(instructions) => patch({ instructions })}
      />
      <h2>{t.client.askFor}</h2>
      <p class="meta">{t.client.askForHint}</p>
      <Rows
        rows={value.askFor}
        inLine
        most={QUESTIONS}
        onChange={(askFor) => patch({ askFor })}
        empty={() => ''}
        addLabel={t.client.addQuestion}
        nameOf={(question) => question}
      >
        {(question, change, place) => (
          <TextField
            at={`/askFor/${place}`}
            errors={errors}
            label={t.client.question(place + 1)}
            value={question}
            onChange={(next) => change(next ?? '')}
          />
        )}
      </Rows>
      <h2>{t.client.rules}</h2>
      <p class="meta">{t.client.rulesHint}</p>
      {value.rules.length === 0 && <Empty title={t.client.noRules} />}
      <ul class="list rules">
        {value.rules.map((rule, place) => (
          <li key={place}>
            <button
              type="button"
              class="row rule-row"
              aria-expanded={open.has(place)}
              id={fieldId(`/rules/${place}`)}
              onClick={() => turn(place)}
            >
              <strong>{rule.name || t.client.newRule}</strong>
              <Badge kind={isWrong(errors, place) ? 'urgent' : 'plain'}>
                {isWrong(errors, place) ? t.client.toCorrect : t.client.kinds[rule.kind]}
              </Badge>
              <span class="quiet">{whenRuleWords(rule.when)}</span>
            </button>
            {open.has(place) && (
              <RuleEditor
                rule={rule}
                place={place}
                numbers={numbers}
                errors={errors}
                onChange={(next) => patch({ rules: value.rules.with(place, next) })}
                onRemove={() => {
                  setOpen(new Set());
                  patch({ rules: value.rules.toSpliced(place, 1) });
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {value.rules.length < RULES && (
        <Button
          onPress={() => {
            patch({
              rules: [...value.rules, { kind: 'greeting', name: '', when: {}, text: { sv: null, en: null } }],
            });
            setOpen(new Set([...open, value.rules.length]));
          }}
        >
          {t.client.addRule}
        </Button>
      )}
    </SectionForm>
  );
}

const isWrong = (errors: Errors, place: number): boolean =>
  errors.some(({ id }) => `${id}/`.startsWith(`${fieldId(`/rules/${place}`)}/`));

interface EditorProps {
  rule: Rule;
  place: number;
  numbers: Client['numbers'];
  errors: Errors;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
}

function RuleEditor({ rule, place, numbers, errors, onChange, onRemove }: EditorProps) {
  const at = `/rules/${place}`;
  useLayoutEffect(() => {
    if (rule.name === '') document.getElementById(fieldId(`${at}/name`))?.focus();
  }, []);
  const setLine = (line: string) => {
    const { line: _, ...rest } = rule;
    onChange(line === '' ? rest : { ...rest, line });
  };
  return (
    <div class="rule-editor form">
      <TextField
        at={`${at}/name`}
        errors={errors}
        label={t.client.nameOfRule}
        hint={t.client.nameOfRuleHint}
        value={rule.name}
        onChange={(name) => onChange({ ...rule, name: name ?? '' })}
      />
      <div class="columns">
        <Choice
          at={`${at}/kind`}
          errors={errors}
          label={t.client.kind}
          value={rule.kind}
          options={kinds.map((value) => ({ value, label: t.client.kindsLong[value] }))}
          onChange={(kind) => onChange({ ...rule, kind })}
        />
        <Choice
          at={`${at}/line`}
          errors={errors}
          label={t.client.whichNumber}
          value={rule.line ?? ''}
          options={[
            { value: '', label: t.client.allNumbers },
            ...numbers.map(({ line, number }) => ({ value: line, label: phoneWords(number) })),
          ]}
          onChange={setLine}
        />
      </div>
      <WhenEditor at={`${at}/when`} when={rule.when} onChange={(when) => onChange({ ...rule, when })} errors={errors} />
      {(['sv', 'en'] as const).map((spoken) => (
        <TextField
          key={spoken}
          at={`${at}/text/${spoken}`}
          errors={errors}
          label={t.client.textIn[spoken]}
          optional={spoken === 'en'}
          lines={2}
          lang={spoken}
          value={rule.text[spoken] ?? null}
          onChange={(text) => onChange({ ...rule, text: { ...rule.text, [spoken]: text } })}
        />
      ))}
      <div class="actions">
        <Button kind="danger" onPress={onRemove}>
          {t.client.removeRule}
        </Button>
      </div>
    </div>
  );
}
