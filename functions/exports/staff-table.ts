// A person as a row of staff.csv.
import { type CsvRow, together } from '#exports/csv.ts';
import type { StaffMember } from '#staff/schema.ts';

export const staffColumns = [
  'id',
  'kind',
  'name',
  'alsoKnownAs',
  'title',
  'department',
  'language',
  'phones',
  'emails',
  'connect',
  'keywords',
  'answerNote',
  'protected',
  'active',
  'createdAt',
  'updatedAt',
] as const;

const said = (label: string | null, value: string) => (label === null ? value : `${label}: ${value}`);

export const staffRow = (staff: StaffMember): CsvRow => ({
  ...pick(staff),
  alsoKnownAs: together(staff.alsoKnownAs),
  phones: together(staff.phones.map(({ label, number }) => said(label, number))),
  emails: together(staff.emails.map(({ label, address }) => said(label, address))),
  keywords: together(staff.keywords),
});

const pick = ({ id, kind, name, title, department, language, connect, answerNote, active, ...rest }: StaffMember) => ({
  id,
  kind,
  name,
  title,
  department,
  language,
  connect,
  answerNote,
  active,
  protected: rest.protected,
  createdAt: rest.createdAt,
  updatedAt: rest.updatedAt,
});
