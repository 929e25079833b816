// A person as a vCard 4.0 (RFC 6350): what an address book takes.
import type { StaffMember } from '#staff/schema.ts';

const LINE_OCTETS = 75;

/** RFC 6350, 3.4: in a text, what would end or part it stands behind a backslash. */
const text = (value: string) =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;')
    .replace(/\r\n?|\n/g, '\\n');

/** In a parameter quotes and controls cannot stand, however they are written. */
const parameter = (value: string) => `"${value.replace(/["\p{Cc}]/gu, ' ')}"`;

const labelled = (label: string | null) => (label === null ? '' : `;LABEL=${parameter(label)}`);

/** RFC 6350, 3.2: lines of 75 octets at most, none cut within a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      lines.push(now);
      now = ' ';
      octets = 1;
    }
    now += character;
    octets += size;
  }
  return [...lines, now].join('\r\n');
}

export function vcardOf(staff: StaffMember, organisation: string): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:urn:answeronline:${staff.id}`,
    `KIND:${staff.kind === 'person' ? 'individual' : 'group'}`,
    `FN:${text(staff.name)}`,
    ...(staff.alsoKnownAs.length > 0 ? [`NICKNAME:${staff.alsoKnownAs.map(text).join(',')}`] : []),
    `ORG:${[organisation, staff.department]
      .filter((one) => one !== null)
      .map(text)
      .join(';')}`,
    ...(staff.title === null ? [] : [`TITLE:${text(staff.title)}`]),
    ...staff.phones.map(({ label, number }) => `TEL;VALUE=uri;TYPE=work${labelled(label)}:tel:${number}`),
    ...staff.emails.map(({ label, address }) => `EMAIL;TYPE=work${labelled(label)}:${text(address)}`),
    `LANG:${staff.language}`,
    ...(staff.keywords.length > 0 ? [`CATEGORIES:${staff.keywords.map(text).join(',')}`] : []),
    `REV:${staff.updatedAt.replace(/[-:]|\.\d{3}/g, '')}`,
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
