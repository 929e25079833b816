// The numbers that are called, and how each is answered.
import type { Client } from '#web/api/types.ts';
import type { ClientTabProps } from '#web/client/client-form.tsx';
import { Choice, Rows, TextField } from '#web/client/inputs.tsx';
import type { ClientChange, Source } from '#web/client/record-source.ts';
import { SectionForm } from '#web/client/section-form.tsx';
import { useSection } from '#web/client/use-section.ts';
import { Empty } from '#web/parts/empty.tsx';
import { phoneWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

const NUMBERS = 20;

type Numbers = NonNullable<ClientChange['numbers']>;
const pick = ({ numbers }: Client): { numbers: Numbers } => ({ numbers });

export function Numbers({ clientId, source, client, readOnly, isSupervisor }: ClientTabProps) {
  const section = useSection(`numbers:${clientId}`, source as Source<Client, { numbers?: Numbers }>, client, pick);
  const { value, errors, set } = section;
  const known = new Set(section.saved.numbers.map(({ number }) => number));
  return (
    <SectionForm of={section} readOnly={readOnly}>
      {value.numbers.length === 0 && <Empty title={t.client.noNumbers} />}
      <Rows
        rows={value.numbers}
        most={NUMBERS}
        onChange={(numbers) => set({ numbers })}
        empty={isSupervisor ? () => ({ number: '', answerPhrase: null, language: 'sv' as const }) : undefined}
        addLabel={t.client.addNumber}
        nameOf={({ number }) => phoneWords(number)}
      >
        {(one, change, place) => (
          <>
            {known.has(one.number) ? (
              <h2 class="number">{phoneWords(one.number)}</h2>
            ) : (
              <TextField
                at={`/numbers/${place}/number`}
                errors={errors}
                label={t.fields.number}
                type="tel"
                value={one.number}
                onChange={(number) => change({ ...one, number: number ?? '' })}
              />
            )}
            <TextField
              at={`/numbers/${place}/answerPhrase`}
              errors={errors}
              label={t.client.greeting}
              hint={t.client.greetingHint(client.record.name)}
              optional
              lang={one.language ?? 'sv'}
              value={one.answerPhrase ?? null}
              onChange={(answerPhrase) => change({ ...one, answerPhrase })}
            />
            <Choice
              at={`/numbers/${place}/language`}
              errors={errors}
              label={t.client.language}
              value={one.language ?? 'sv'}
              options={[
                { value: 'sv', label: t.client.languages.sv },
                { value: 'en', label: t.client.languages.en },
              ]}
              onChange={(language) => change({ ...one, language })}
            />
          </>
        )}
      </Rows>
      {!isSupervisor && !readOnly && <p class="meta">{t.client.numbersHint}</p>}
    </SectionForm>
  );
}
