// Bodies full of canaries: each text in the world once.
export interface Flock {
  client(): object;
  answering(): { hours: object };
  notice(): object;
  staffMember(): StaffBody;
  absence(until: string): object;
  message(more?: object): object;
  note(): string;
  user(role: string): object;
  machine(clientId: string): object;
  /** Who the service is. */
  service(): object;
  subProcessor(): object;
  /** Name and title of whoever signs. */
  signature(): object;
  /** What a person asks for, and who asks. */
  request(): object;
  key(): string;
}

interface StaffBody {
  readonly name: string;
  readonly phones: readonly { readonly number: string }[];
  readonly emails: readonly { readonly address: string }[];
  readonly [field: string]: unknown;
}

const office = [{ from: '08:00', until: '17:00' }];
const emptyWeek = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

export function newFlock(): Flock {
  let hatched = 0;
  const text = (what: string) => `Kanarie ${what} nr ${1000 + hatched++} på gäddö`;
  const email = (who: string) => `${who}.${1000 + hatched++}@kanarie.example`;
  // Numbers that are given to nobody, for use in fiction; those of the seed are left out.
  let [mobiles, lines] = [46, 52];
  const mobile = () => `070-174 06 ${mobiles++}`;
  const line = () => `08-465 004 ${lines++}`;
  const absence = () => ({ reason: 'other', note: text('hänvisning'), operatorNote: text('till telefonisten') });
  const bothLanguages = (what: string) => ({ sv: text(`${what} på svenska`), en: text(`${what} på engelska`) });
  const contacts = (staff: { phones: { number: string }[]; emails: { address: string }[] }) => [
    staff.phones[0]?.number,
    staff.emails[0]?.address,
  ];

  return {
    client: () => ({
      name: text('kund'),
      legalName: text('firma'),
      organisationNumber: personalNumber(hatched++),
      town: text('ort'),
      numbers: [{ number: line(), answerPhrase: text('svarsfras') }],
      contacts: [{ name: text('kontakt'), title: text('kontakts titel'), email: email('kontakt'), phone: mobile() }],
      generalInbox: { emails: [email('vaxel')], phones: [mobile()] },
    }),
    answering: () => ({
      instructions: text('instruktion'),
      askFor: [text('fråga efter')],
      hours: {
        week: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
        holidays: [{ from: '10:00', until: '12:00' }],
        seasons: [{ name: text('säsong'), from: '06-15', until: '08-15', week: emptyWeek }],
        specialDays: [{ date: '2027-12-23', name: text('särskild dag'), spans: office }],
      },
      rules: (['greeting', 'instruction', 'note'] as const).map((kind) => ({
        kind,
        name: text('regel'),
        when: { from: '2027-04-01', until: '2027-04-30', days: ['fri'], times: { from: '12:00', until: '13:00' } },
        text: bothLanguages('regelns ord'),
      })),
      callerNotice: {
        text: bothLanguages('till den som ringer'),
        purpose: bothLanguages('ändamål'),
        contact: {
          email: email('dataskydd'),
          phone: mobile(),
          address: text('adress'),
          web: `https://kanarie.example/dataskydd-${1000 + hatched++}`,
        },
      },
    }),
    notice: () => ({ text: text('anslag') }),
    staffMember() {
      const reached = {
        phones: [{ label: text('etikett'), number: mobile() }],
        emails: [{ label: text('etikett'), address: email('anstalld') }],
      };
      const step = { channels: ['email', 'sms'], contacts: contacts(reached) };
      return {
        name: text('anställd'),
        alsoKnownAs: [text('kallas')],
        pronunciation: text('uttal'),
        title: text('befattning'),
        department: text('avdelning'),
        ...reached,
        keywords: [text('nyckelord')],
        answerNote: text('svarsbesked'),
        answerNotes: [
          { name: text('namn på svarsbesked'), when: { days: ['fri'] }, text: text('tidsbestämt svarsbesked') },
        ],
        absences: [
          { ...absence(), until: '2027-03-20T12:00:00Z' },
          { ...absence(), recurring: { days: ['wed'], times: { from: '12:00', until: '13:00' }, until: '2027-03-20' } },
        ],
        delivery: { normal: [step], urgent: [step], quietHours: { from: '20:00', until: '07:00' } },
      };
    },
    absence: (until) => ({ ...absence(), until }),
    message: (more = {}) => ({
      caller: {
        name: text('uppringare'),
        company: text('företag'),
        phone: mobile(),
        extension: `ank ${1000 + hatched++} gök`,
        secondPhone: `slutar på ${1000 + hatched++} tror hon`,
        email: email('uppringare'),
      },
      matter: text('ärende'),
      ...more,
    }),
    note: () => text('anteckning'),
    user: (role) => ({ email: email('anvandare'), name: text('användare'), role }),
    machine: (clientId) => ({ name: text('maskin'), scopes: ['directory.read'], clientIds: [clientId] }),
    service: () => ({
      name: text('tjänsten'),
      organisationNumber: '402000-0206',
      address: text('adress'),
      email: email('tjansten'),
      phone: mobile(),
      privacyContact: { name: text('dataskyddsombud'), email: email('ombud'), phone: mobile() },
      signatory: { name: text('firmatecknare'), title: text('befattning') },
    }),
    subProcessor: () => ({
      name: text('underbiträde'),
      address: text('adress'),
      contact: text('kontakt'),
      country: 'SE',
      place: text('plats'),
      purpose: bothLanguages('uppgift'),
      ultimateParent: { name: text('moderbolag'), country: 'SE' },
      transfer: bothLanguages('överföring'),
    }),
    signature: () => ({ name: text('undertecknare'), title: text('befattning') }),
    request: () => ({
      who: { names: [text('registrerad')], phones: [mobile()], emails: [email('registrerad')] },
      text: text('begäran'),
      contact: text('svar till'),
    }),
    key: () => `kanarie-nyckel-${1000 + hatched++}`,
  };
}

/** A sole trader's organisation number is a personal number: the last digit is Luhn's. */
function personalNumber(n: number): string {
  const digits = `640823${String(300 + n).slice(-3)}`;
  const sum = [...digits].reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits.slice(0, 6)}-${digits.slice(6)}${(10 - (sum % 10)) % 10}`;
}
