// Södra Tand: a dentist, whose messages say no more than that there is one.
import { both, byEmail, bySms, direct, lunch, mobile, type SeedClient, weekOf, work } from '#local/seed-client.ts';

export const sodra: SeedClient = {
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
      answerNote: 'Björn har patient och ringer upp samma dag.',
      absences: [lunch('11:30', '12:30')],
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
  answering: {
    instructions: 'Fråga aldrig vad besöket gäller. Be om namn och telefonnummer, inget annat.',
    askFor: ['födelsedatum'],
    hours: {
      week: weekOf('08:00', '17:00'),
      holidays: 'closed',
      eves: 'closed',
      seasons: [],
      specialDays: [],
    },
    rules: [
      {
        kind: 'note',
        name: 'Stängt',
        when: { while: 'closed' },
        text: {
          sv: 'Mottagningen är stängd. Vid svår värk: ring 1177.',
          en: 'The clinic is closed. If you are in severe pain, call 1177.',
        },
      },
    ],
    callerNotice: {
      text: {
        sv: 'Södra Tand sparar namn och nummer i sex månader för att kunna ringa upp dig. Vad du vill blir kvar hos tandläkaren.',
        en: null,
      },
      contact: { email: 'dataskydd@sodra.example', phone: '08-465 004 50' },
    },
    alternatives: ['Receptionen'],
  },
  notices: [],
  users: [{ email: 'admin@sodra.example', name: 'Elin Ångström', role: 'clientAdmin', maySign: true }],
};
