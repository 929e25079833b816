// Whom to choose among: the colleagues in the register, by name.
import { Choice } from '#web/staff/inputs.tsx';
import { t } from '#web/words/words.ts';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

export const nameIn = (colleagues: readonly Colleague[], id: string): string =>
  colleagues.find((one) => one.id === id)?.name ?? t.staff.removed;

/** One who is chosen and no longer there stays to be seen. */
export const colleagueOptions = (colleagues: readonly Colleague[], chosen?: string) => [
  ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
  ...(chosen && !colleagues.some(({ id }) => id === chosen) ? [{ value: chosen, label: t.staff.removed }] : []),
];

interface Props {
  at: string;
  label: string;
  value: string;
  colleagues: readonly Colleague[];
  onChange: (staffId: string) => void;
}

export function ColleagueChoice({ at, label, value, colleagues, onChange }: Props) {
  const options = [{ value: '', label: t.staff.chooseColleague }, ...colleagueOptions(colleagues, value)];
  return <Choice at={at} label={label} value={value} options={options} onChange={onChange} />;
}
