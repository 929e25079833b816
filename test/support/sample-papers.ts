// Papers to be looked at and read back: an agreement, a certificate and an access report, as their rooms would give them.
import { hash } from 'node:crypto';
import { DEFAULT_SUB_PROCESSORS } from '#agreements/default-sub-processors.ts';
import { readable } from '#agreements/document-text.ts';
import { statements } from '#agreements/evidence.ts';
import type { AgreementFacts } from '#agreements/facts.ts';
import type { AgreementDetail } from '#agreements/schema.ts';
import { agreementInEnglish } from '#agreements/templates/2026-12-en.ts';
import { agreementInSwedish } from '#agreements/templates/2026-12-sv.ts';
import type { SignedCertificate } from '#erasures/schema.ts';
import type { AccessReport, ReportEntry, ReportField } from '#requests/report-schema.ts';

type Language = 'sv' | 'en';

const ulid = (last: string) => `01KB6P4S3Y8D2V0000000000${last}`;
const clientId = `cli_${ulid('C1')}`;
const at = '2026-12-01T08:14:09Z';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const publicKey = base64('A public key on P-256, in SubjectPublicKeyInfo, of some ninety-one bytes in all. Not one.');
const signature = base64('A signature of some seventy bytes, DER, as KMS gives it. This is not one.');

const agreementFacts: AgreementFacts = {
  client: {
    name: 'Nordvik Bygg & Åkeri AB',
    organisationNumber: '556677-8899',
    town: 'Härnösand',
    privacyContact: ['Karin Öberg', 'karin.oberg@nordvik.example'],
    retention: { months: 6 },
    contentMode: 'full',
    inboxByEmail: true,
    inboxBySms: false,
  },
  service: {
    name: 'Svarstjänst i Ådalen AB',
    organisationNumber: '556012-5790',
    address: 'Storgatan 1, 872 30 Kramfors',
    email: 'info@svarstjanst.example',
    phone: '+46612123456',
    privacyContact: { name: 'Åsa Lindström', email: 'dataskydd@svarstjanst.example', phone: null },
    signatory: { name: 'Örjan Sjöberg', title: 'Verkställande direktör' },
  },
  subProcessors: Object.values(DEFAULT_SUB_PROCESSORS).map((details) => ({
    details,
    from: undefined,
    until: undefined,
  })),
};

export function anAgreement(language: Language = 'sv'): AgreementDetail {
  const document = language === 'sv' ? agreementInSwedish(agreementFacts) : agreementInEnglish(agreementFacts);
  const shown = readable({ version: '2026-12', ...document });
  const evidence = JSON.stringify({ text: shown.text });
  const agreementId = `agr_${ulid('A1')}`;
  return {
    ...shown,
    id: agreementId,
    clientId,
    state: 'signed',
    signedAt: at,
    endedAt: null,
    keptUntil: null,
    signBefore: null,
    signature: {
      userId: `usr_${ulid('U1')}`,
      name: 'Karin Öberg',
      title: language === 'sv' ? 'Ekonomichef' : 'Chief financial officer',
      statement: statements[language],
      method: 'portal',
      networkAddress: '192.0.2.17',
      at,
    },
    countersignature: {
      service: 'Svarstjänst i Ådalen AB',
      name: 'Örjan Sjöberg',
      title: 'Verkställande direktör',
      at,
    },
    seal: {
      signed: JSON.stringify({
        version: 1,
        kind: 'agreement',
        agreementId,
        documentHash: shown.documentHash,
        method: 'portal',
        at,
        evidenceHash: hash('sha256', evidence, 'hex'),
      }),
      signature,
      publicKey,
      evidence,
    },
    objections: [],
  };
}

export function aCertificate(): SignedCertificate {
  const facts = {
    version: 1,
    certificateId: `cer_${ulid('T1')}`,
    erasureId: `era_${ulid('E1')}`,
    clientId,
    what: 'client',
    why: 'agreementEnded',
    requestId: null,
    messageId: null,
    askedAs: 'clientAdmin',
    confirmedAs: 'privacyOfficer',
    askedAt: '2026-12-01T08:00:00Z',
    from: '2026-12-01T09:30:00Z',
    to: '2026-12-01T09:42:11Z',
    method: 'records deleted and keys destroyed',
    erased: [
      { kind: 'client', count: 1 },
      { kind: 'messages', count: 1204 },
      { kind: 'deliveries', count: 2310 },
      { kind: 'staff', count: 48 },
      { kind: 'users', count: 6 },
      { kind: 'answering', count: 1 },
      { kind: 'files', count: 2 },
    ],
    left: [],
    kept: [
      { kind: 'agreements', count: 2, until: '2036-12-01' },
      { kind: 'certificates', count: 1, until: '2036-12-01' },
      { kind: 'audit', count: null, until: '2028-12-01' },
      { kind: 'tombstones', count: 1252, until: '2027-12-01' },
      { kind: 'months', count: 6, until: null },
    ],
    months: [
      { month: '2026-10', messages: 212, calls: 75 },
      { month: '2026-11', messages: 198, calls: 64 },
    ],
    outOfReach: [
      { place: 'recipients', copies: 2134 },
      { place: 'downloads', copies: 1 },
      { place: 'keysRecovery', copies: null },
    ],
    erasureLog: { days: ['2026-12-01'], after: { day: '2026-11-30', hash: hash('sha256', 'a day', 'hex') } },
    issuedAt: '2026-12-01T09:42:12Z',
  } as const;
  return {
    id: facts.certificateId,
    clientId,
    erasureId: facts.erasureId,
    what: facts.what,
    issuedAt: facts.issuedAt,
    certificate: JSON.stringify(facts),
    signature,
    publicKey,
  };
}

const field = (code: string, name: string, words: string): ReportField => ({ code, name, value: words, words });

export const aMessageEntry = (matter: string, last = 'M1'): ReportEntry => ({
  id: `msg_${ulid(last)}`,
  as: ['caller'],
  foundBy: ['phone'],
  keptUntil: '2027-05-23T12:00:00Z',
  fields: [
    field('takenAt', 'Mottaget', '23 november 2026 kl. 13:00'),
    field('caller.name', 'Uppringare', 'Zdravka Šimunić'),
    field('caller.phone', 'Telefonnummer', '070-123 45 67'),
    field('matter', 'Ärende', matter),
  ],
  parts: [
    {
      name: 'Skickat',
      fields: [field('channel', 'Sätt', 'E-post'), field('state', 'Läge', 'Levererat 23 november 2026 kl. 13:01')],
    },
  ],
  hidden: matter.includes('[…]'),
});

export function aReport(
  entries: ReportEntry[] = [aMessageEntry('Vill bli uppringd om leveransen.\nHälsa […] också.')],
): AccessReport {
  return {
    schema: 'answeronline/access-report/1',
    language: 'sv',
    title: 'Registerutdrag',
    requestId: `req_${ulid('R1')}`,
    receivedAt: '2026-11-25T10:00:00Z',
    madeAt: at,
    part: null,
    controller: {
      name: 'Nordvik Bygg & Åkeri AB',
      organisationNumber: '556677-8899',
      address: 'Härnösand',
      contact: 'karin.oberg@nordvik.example',
    },
    processor: {
      name: 'Svarstjänst i Ådalen AB',
      organisationNumber: '556012-5790',
      address: 'Storgatan 1, 872 30 Kramfors',
      contact: 'dataskydd@svarstjanst.example',
    },
    subject: {
      names: ['Zdravka Šimunić'],
      phones: ['070-123 45 67'],
      emails: ['zdravka@simunic.example'],
      staffId: null,
    },
    about: {
      purposes: ['att ta emot telefonmeddelanden och förmedla dem till rätt person'],
      legalBasis: 'Den personuppgiftsansvariges berättigade intresse av att kunna nås på telefon.',
      categories: ['namn', 'telefonnummer', 'ärende'],
      recipients: ['den anställde som meddelandet är till'],
      subProcessors: [
        {
          name: 'Amazon Web Services EMEA SARL',
          country: 'Luxemburg',
          purpose: 'Drift, lagring och utskick av e-post och SMS',
        },
      ],
      transfers: 'Uppgifterna lagras inom EU.',
      retention: [{ of: 'Meddelanden', until: 'Sex månader efter samtalet, därefter kan de inte återskapas.' }],
      source: ['det som uppringaren själv har sagt'],
      automatedDecisions: 'Inga automatiserade beslut fattas.',
      rights: [
        { name: 'Rättelse', article: 'artikel 16', text: 'Du kan begära att felaktiga uppgifter rättas.' },
        { name: 'Radering', article: 'artikel 17', text: 'Du kan begära att uppgifterna raderas.' },
      ],
      complaints: 'Du kan klaga hos Integritetsskyddsmyndigheten, imy.se.',
    },
    sections: [
      {
        store: 'message',
        title: 'Telefonmeddelanden',
        about: 'Meddelanden som har tagits emot för kunden.',
        retention: 'sex månader från samtalet',
        entries,
      },
    ],
    searched: [
      { stores: ['message'], name: 'Telefonmeddelanden', result: 'found', count: entries.length, because: null },
      { stores: ['staff'], name: 'Personalregister', result: 'nothing', count: 0, because: null },
      {
        stores: ['accessLogs'],
        name: 'Åtkomstlogg',
        result: 'notSearched',
        count: 0,
        because: 'Där står väg och resultat, utan adress eller innehåll.',
      },
    ],
    leftOut: [],
  };
}
