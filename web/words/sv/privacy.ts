// Words of the privacy desk that its parts share; each part has a file of its own.
import { agreement } from '#web/words/sv/privacy-agreement.ts';
import { audit } from '#web/words/sv/privacy-audit.ts';
import { erasures } from '#web/words/sv/privacy-erasures.ts';
import { exports } from '#web/words/sv/privacy-exports.ts';
import { findings } from '#web/words/sv/privacy-findings.ts';
import { ours } from '#web/words/sv/privacy-ours.ts';
import { requests } from '#web/words/sv/privacy-requests.ts';
import { why } from '#web/words/sv/privacy-why.ts';

export const privacy = {
  title: 'Dataskydd',
  parts: 'Delar av dataskyddet',
  tabs: {
    agreement: 'Avtal',
    requests: 'Begäran',
    exports: 'Export',
    erasures: 'Raderingar och intyg',
    audit: 'Granskningslogg',
  },
  /** Of a day that something is to be done by. */
  inDays: (days: number) => (days === 0 ? 'i dag' : days === 1 ? 'i morgon' : `om ${days} dagar`),
  daysAgo: (days: number) => (days === 1 ? 'i går' : `för ${days} dagar sedan`),
  download: 'Hämta',
  downloadOf: (format: string, what: string) => `Hämta ${format}, ${what}`,
  fetching: (percent: number) => `Hämtar, ${percent} %`,
  downloaded: (name: string) => `${name} är hämtad.`,
  damaged: 'Filen kom inte fram hel. Hämta den igen.',
  notFetched: 'Filen gick inte att hämta just nu. Försök igen.',
  fileGone: 'Filen är raderad. Gör en ny.',
  fileEnds: (when: string) => `Raderas ${when}.`,
  formats: { json: 'JSON', pdf: 'PDF', zip: 'ZIP' },
  formatHints: { json: 'för datorer', pdf: 'att läsa', zip: 'allt i en fil' },
  bytes: (size: string, unit: 'B' | 'kB' | 'MB') => `${size} ${unit}`,
  waiting: 'Väntar på sin tur',
  worked: (done: string, total: string) => `${done} av ${total}`,
  workedSoFar: (done: string) => `${done} hittills`,
  stopped: 'Det stannade på vägen, och en gruppledare har fått veta det. Försök en gång till.',
  conflict: 'Någon annan har ändrat sedan du öppnade. Det du skrev finns kvar: läs igenom och spara igen.',
  mergedSaved: 'Sparat. Någon annan ändrade samtidigt: båda ändringarna är med.',
  clash:
    'Någon annan har ändrat samma sak. Deras står vid fältet, och det du skrev finns kvar. Spara igen för att ditt ska gälla.',
  theirs: (value: string) => `Någon annan har skrivit: ${value}`,
  theirsEmpty: 'Någon annan har tömt det.',
  draftKept: 'Det du skrev då finns kvar.',
  discard: 'Släng',
  saved: 'Sparat.',
  needed: 'Det här behövs.',
  /** What to do at a field that was refused, by its name in the API. */
  wrong: {
    other: 'Skriv om det här: det är tomt, för långt eller har tecken som inte går att spara.',
    who: 'Skriv något om vem det är, eller vad personen säger.',
    names: 'Skriv ett namn på varje rad, högst 20.',
    phones: 'Skriv ett helt nummer på varje rad, med riktnummer eller landsnummer. Högst 20.',
    emails: 'Skriv en hel e-postadress på varje rad, med @ och domän. Högst 20.',
    email: 'Skriv en hel e-postadress, med @ och domän.',
    phone: 'Skriv numret på en rad, högst 40 tecken.',
    organisationNumber: 'Kontrollera siffrorna i organisationsnumret: tio stycken.',
    country: 'Skriv landets kod med två bokstäver, till exempel SE.',
    receivedAt: 'Välj en dag som har varit, högst ett år tillbaka.',
    keepDays: 'Skriv ett helt tal från 30 till 365.',
    holdsFrom: 'Välj en dag minst 31 dagar framåt, eller lämna fältet tomt.',
  },
  wrongAt: (place: number, text: string) => `Nr ${place}: ${text}`,
  agreement,
  audit,
  erasures,
  exports,
  findings,
  ours,
  requests,
  why,
};
