// Who it is: person or function, names, title, language; and further down protection and status.
import { Check, Radios } from '#web/parts/check.tsx';
import { Chips } from '#web/parts/chips.tsx';
import { nameOf, Text, useError } from '#web/staff/inputs.tsx';
import type { SectionProps } from '#web/staff/section.tsx';
import { t } from '#web/words/words.ts';

export function WhoFields({ value, set }: SectionProps) {
  const words = t.staff;
  return (
    <>
      <Radios
        legend={words.kind}
        value={value.kind}
        options={[
          { value: 'person', label: words.person },
          { value: 'function', label: words.function, hint: words.functionHint },
        ]}
        onChange={(kind) => set({ kind })}
      />
      <Text at="name" label={words.name} value={value.name} onChange={(name) => set({ name })} />
      <Chips
        label={words.alsoKnownAs}
        hint={words.alsoKnownAsHint}
        name={nameOf('alsoKnownAs')}
        error={useError('alsoKnownAs')}
        words={value.alsoKnownAs}
        onChange={(alsoKnownAs) => set({ alsoKnownAs })}
      />
      <Text
        at="pronunciation"
        label={words.pronunciation}
        hint={words.pronunciationHint}
        optional
        value={value.pronunciation}
        onChange={(pronunciation) => set({ pronunciation })}
      />
      <div class="pair">
        <Text at="title" label={words.jobTitle} optional value={value.title} onChange={(title) => set({ title })} />
        <Text
          at="department"
          label={words.department}
          optional
          value={value.department}
          onChange={(department) => set({ department })}
        />
      </div>
      <Radios
        legend={words.language}
        value={value.language}
        options={[
          { value: 'sv', label: words.sv },
          { value: 'en', label: words.en },
        ]}
        onChange={(language) => set({ language })}
      />
    </>
  );
}

export function StatusFields({ value, set }: SectionProps) {
  const words = t.staff;
  return (
    <>
      <Check
        label={words.protected}
        hint={words.protectedHint}
        checked={value.protected}
        onChange={(isProtected) => set({ protected: isProtected })}
      />
      <Check
        label={words.active}
        hint={words.activeHint}
        checked={value.active}
        onChange={(active) => set({ active })}
      />
    </>
  );
}
