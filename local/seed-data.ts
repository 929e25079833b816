// The two example clients: what a switchboard would find there. Reserved telephone numbers and domains only, and no
// organisation has a number that begins with 4.
const mobile = (number: string) => ({ label: 'Mobil', number, mayTell: false, mayConnect: true });
const direct = (number: string) => ({ label: 'Direkt', number, mayTell: true, mayConnect: true });
const work = (address: string) => ({ label: 'Arbete', address, mayTell: true });
const both = { normal: [{ channels: ['email', 'sms'] }], urgent: [{ channels: ['email', 'sms'] }] };
const byEmail = { normal: [{ channels: ['email'] }], urgent: [{ channels: ['email', 'sms'] }] };
const bySms = { normal: [{ channels: ['sms'] }], urgent: [{ channels: ['sms'] }] };

interface SeedClient {
  readonly client: object;
  readonly staff: readonly { readonly name: string; readonly [field: string]: unknown }[];
  readonly users: readonly {
    readonly email: string;
    readonly name: string;
    readonly role: string;
    readonly staff?: string;
  }[];
}

const nordvik: SeedClient = {
  client: {
    name: 'Nordvik Bygg',
    legalName: 'Nordvik Bygg AB',
    organisationNumber: '402000-0107',
    town: 'Uppsala',
    numbers: [
      { number: '08-465 004 10', answerPhrase: 'Nordvik Bygg, god dag!', language: 'sv' },
      { number: '08-465 004 11', answerPhrase: 'Nordvik Bygg, good day!', language: 'en' },
    ],
    contacts: [{ name: 'Åsa Nordvik', title: 'VD', email: 'asa.nordvik@nordvik.example', phone: '070-174 06 05' }],
    generalInbox: { emails: ['info@nordvik.example'], language: 'sv' },
    contentMode: 'full',
  },
  staff: [
    {
      name: 'Anna Lindqvist',
      title: 'Projektledare',
      department: 'Ombyggnad',
      phones: [mobile('070-174 06 10'), direct('08-465 004 20')],
      emails: [work('anna.lindqvist@nordvik.example')],
      connect: 'yes',
      keywords: ['ombyggnad', 'kök', 'badrum', 'offert'],
      delivery: both,
    },
    {
      name: 'Åsa Nordvik',
      title: 'VD',
      department: 'Ledning',
      phones: [mobile('070-174 06 05')],
      emails: [work('asa.nordvik@nordvik.example')],
      connect: 'ask',
      keywords: ['avtal', 'press'],
      answerNote: 'Åsa tar inte emot säljsamtal. Be om ett mejl.',
      delivery: { ...byEmail, quietHours: { from: '20:00', until: '07:00' } },
    },
    {
      name: 'Karl-Erik Öström',
      alsoKnownAs: ['Kalle'],
      title: 'Platschef',
      department: 'Nybyggnad',
      phones: [mobile('070-174 06 11')],
      emails: [work('karl-erik.ostrom@nordvik.example')],
      connect: 'yes',
      keywords: ['kran', 'betong', 'Kvarngärdet'],
      delivery: bySms,
    },
    {
      name: 'Märta Hedström Åkerlund',
      pronunciation: 'Märta, inte Marta',
      title: 'Inköpare',
      department: 'Inköp',
      phones: [direct('08-465 004 21'), mobile('070-174 06 12')],
      emails: [work('marta.hedstrom@nordvik.example')],
      connect: 'ask',
      keywords: ['leverans', 'virke', 'leverantör'],
      delivery: byEmail,
    },
    {
      name: 'Göran Sjöberg',
      title: 'Elinstallatör',
      department: 'Service',
      phones: [mobile('070-174 06 13')],
      emails: [work('goran.sjoberg@nordvik.example')],
      connect: 'yes',
      keywords: ['el', 'laddstolpe', 'säkring'],
      delivery: bySms,
    },
    {
      name: 'Siobhán Murphy',
      language: 'en',
      pronunciation: 'Shi-vån',
      title: 'Arkitekt',
      department: 'Ombyggnad',
      phones: [mobile('070-174 06 14')],
      emails: [work('siobhan.murphy@nordvik.example')],
      connect: 'ask',
      keywords: ['ritning', 'bygglov'],
      delivery: byEmail,
    },
    {
      kind: 'function',
      name: 'Ekonomi',
      alsoKnownAs: ['Fakturor', 'Löner'],
      department: 'Ekonomi',
      phones: [direct('08-465 004 30')],
      emails: [{ label: 'Faktura', address: 'faktura@nordvik.example', mayTell: true }],
      connect: 'yes',
      keywords: ['faktura', 'betalning', 'lön', 'påminnelse'],
      answerNote: 'Fakturor skickas till faktura@nordvik.example.',
      delivery: { normal: [{ channels: ['email'] }], urgent: [{ channels: ['email'] }] },
    },
    {
      kind: 'function',
      name: 'Jouren',
      department: 'Service',
      phones: [mobile('070-174 06 20')],
      emails: [work('jouren@nordvik.example')],
      connect: 'yes',
      keywords: ['vattenläcka', 'akut', 'jour', 'utelåst'],
      answerNote: 'Vid vattenläcka: be kunden stänga huvudkranen.',
      delivery: both,
    },
  ],
  users: [
    { email: 'admin@nordvik.example', name: 'Åsa Nordvik', role: 'clientAdmin' },
    { email: 'anna@nordvik.example', name: 'Anna Lindqvist', role: 'staffMember', staff: 'Anna Lindqvist' },
  ],
};

const sodra: SeedClient = {
  client: {
    name: 'Södra Tand',
    legalName: 'Södra Tand AB',
    organisationNumber: '402000-0206',
    town: 'Malmö',
    numbers: [{ number: '08-465 004 50', answerPhrase: 'Välkommen till Södra Tand!', language: 'sv' }],
    contacts: [
      { name: 'Elin Ångström', title: 'Klinikchef', email: 'elin.angstrom@sodra.example', phone: '070-174 06 40' },
    ],
    generalInbox: { emails: ['reception@sodra.example'], language: 'sv' },
    contentMode: 'notice',
  },
  staff: [
    {
      name: 'Elin Ångström',
      title: 'Klinikchef',
      phones: [mobile('070-174 06 40')],
      emails: [work('elin.angstrom@sodra.example')],
      connect: 'ask',
      delivery: byEmail,
    },
    {
      name: 'Björn Fälth',
      title: 'Tandläkare',
      phones: [mobile('070-174 06 41')],
      emails: [work('bjorn.falth@sodra.example')],
      connect: 'no',
      keywords: ['rotfyllning', 'krona'],
      delivery: both,
    },
    {
      name: 'Ann-Charlotte Bäck Wärn',
      alsoKnownAs: ['Lotta'],
      title: 'Tandhygienist',
      phones: [],
      emails: [work('ann-charlotte.back@sodra.example')],
      connect: 'no',
      keywords: ['rengöring', 'kontroll'],
      delivery: byEmail,
    },
    {
      kind: 'function',
      name: 'Receptionen',
      alsoKnownAs: ['Tidsbokning'],
      phones: [direct('08-465 004 51')],
      emails: [work('reception@sodra.example')],
      connect: 'yes',
      keywords: ['boka', 'avboka', 'ny patient'],
      delivery: { normal: [{ channels: ['email'] }], urgent: [{ channels: ['email'] }] },
    },
    {
      kind: 'function',
      name: 'Akuttider',
      phones: [mobile('070-174 06 45')],
      emails: [],
      connect: 'ask',
      keywords: ['tandvärk', 'akut', 'utslagen tand'],
      answerNote: 'Akuttider ges vardagar före kl. 10.',
      delivery: bySms,
    },
  ],
  users: [{ email: 'admin@sodra.example', name: 'Elin Ångström', role: 'clientAdmin' }],
};

export const seedClients: readonly SeedClient[] = [nordvik, sodra];

export const firstSupervisor = { email: 'supervisor@answeronline.example', name: 'Gunnel Söderström' };

export const seedOperators = [
  { email: 'operator@answeronline.example', name: 'Jörgen Wallén', role: 'operator' },
  { email: 'privacy@answeronline.example', name: 'Birgitta Åhman', role: 'privacyOfficer' },
] as const;
