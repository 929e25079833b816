// Why an invitation or a role was not taken, in words beside the field that it is about.
import type { Failure } from '#web/api/outcome.ts';
import type { FieldError } from '#web/parts/error-summary.tsx';
import { fieldId } from '#web/parts/field.tsx';
import type { Wrong } from '#web/users/member.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export interface Faults {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly person?: string | undefined;
  /** What is about no field. */
  readonly whole?: string | undefined;
}

export const faultsOfForm = (wrong: Wrong): Faults =>
  Object.fromEntries(Object.entries(wrong).map(([field, word]) => [field, t.users[word]]));

export function faultsOf(failure: Failure): Faults {
  if (failure.kind !== 'problem') return { whole: refusalWords(failure) };
  const { code, fields } = failure;
  if (code === 'already-member') return { email: t.users.alreadyMember };
  if (code === 'other-door') return { email: t.users.otherDoor };
  if (code === 'unknown-staff') return { person: refusalWords(failure) };
  if (code === 'last-supervisor') return { whole: t.users.operators.lastSupervisor };
  const points = (field: string) => fields.some(({ pointer }) => pointer === `/${field}`);
  const found: Faults = {
    ...(points('email') && { email: t.users.badEmail }),
    ...(points('name') && { name: t.problems.field }),
    ...(points('staffId') && { person: t.problems.field }),
  };
  return Object.keys(found).length > 0 ? found : { whole: refusalWords(failure) };
}

export const errorsOf = ({ email, name, person }: Faults): FieldError[] =>
  Object.entries({ email, name, person }).flatMap(([field, text]) => (text ? [{ id: fieldId(field), text }] : []));
