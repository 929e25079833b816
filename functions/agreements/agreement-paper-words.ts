// The words of the page that proves an agreement.
import type { AgreementState } from '#agreements/schema.ts';

interface Words {
  subtitle(version: string, day: string): string;
  version: string;
  title: string;
  intro: string;
  client: string;
  service: string;
  company: string;
  name: string;
  role: string;
  time: string;
  method: string;
  methods: Readonly<Record<string, string>>;
  address: string;
  user: string;
  statement: string;
  agreement: string;
  state: string;
  states: Readonly<Record<AgreementState, string>>;
  ended: string;
  kept: string;
  seal: string;
  sealed: string;
  hash: string;
  signed: string;
  signature: string;
  publicKey: string;
  objections: string;
}

export const evidenceWords: Readonly<Record<'sv' | 'en', Words>> = {
  sv: {
    subtitle: (version, day) => `Version ${version}, undertecknat ${day}`,
    version: 'version',
    title: 'Bevis om undertecknandet',
    intro:
      'Avtalet är ingånget i elektronisk form enligt artikel 28.9 i dataskyddsförordningen. Här står vem som undertecknade, när och hur, och hur texten kan kontrolleras.',
    client: 'Kunden',
    service: 'Tjänsten',
    company: 'Företag',
    name: 'Namn',
    role: 'Befattning',
    time: 'Tidpunkt',
    method: 'Metod',
    methods: { portal: 'Inloggad i tjänsten, med rätt att underteckna' },
    address: 'IP-adress',
    user: 'Användare',
    statement: 'Försäkran',
    agreement: 'Avtal',
    state: 'Avtalets läge',
    states: { signed: 'Gäller', replaced: 'Ersatt av ett senare avtal', ended: 'Upphört' },
    ended: 'Upphörde',
    kept: 'Bevaras till',
    seal: 'Tjänstens försegling',
    sealed:
      'Kontrollsumman är SHA-256 av avtalets text, som API:et lämnar ut i fältet text. Signaturen (ECDSA på P-256 med SHA-256) är gjord med tjänstens nyckel över den rad som står före den.',
    hash: 'Textens kontrollsumma',
    signed: 'Det som är förseglat',
    signature: 'Signatur (DER, base64)',
    publicKey: 'Tjänstens publika nyckel (DER, base64)',
    objections: 'Invändningar mot underbiträden',
  },
  en: {
    subtitle: (version, day) => `Version ${version}, signed ${day}`,
    version: 'version',
    title: 'Evidence of the signing',
    intro:
      'The agreement is in electronic form as article 28(9) of the GDPR allows. This page says who signed it, when and how, and how the text can be checked.',
    client: 'The client',
    service: 'The service',
    company: 'Company',
    name: 'Name',
    role: 'Title',
    time: 'Time',
    method: 'Method',
    methods: { portal: 'Signed in to the service, with the right to sign' },
    address: 'IP address',
    user: 'User',
    statement: 'Declaration',
    agreement: 'Agreement',
    state: 'State of the agreement',
    states: { signed: 'In force', replaced: 'Replaced by a later agreement', ended: 'Ended' },
    ended: 'Ended',
    kept: 'Kept until',
    seal: "The service's seal",
    sealed:
      'The hash is SHA-256 of the text of the agreement, which the API gives in the field text. The signature (ECDSA on P-256 with SHA-256) is made with the key of the service, over the line that stands before it.',
    hash: 'Hash of the text',
    signed: 'What is sealed',
    signature: 'Signature (DER, base64)',
    publicKey: 'Public key of the service (DER, base64)',
    objections: 'Objections to sub-processors',
  },
};
