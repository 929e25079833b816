// The certificate of an erasure on paper: what was erased, what is left, and how all of it can be checked.

import type * as z from 'zod/mini';
import { type CertificateWords, certificateWords } from '#erasures/certificate-paper-words.ts';
import { Certificate, type SignedCertificate } from '#erasures/schema.ts';
import { countInWords, dayInWords, timeInWords } from '#papers/in-words.ts';
import type { Block, Paper, PaperLanguage } from '#papers/paper.ts';

type Certified = z.output<ReturnType<typeof Certificate>>;

/** @param issuer the service, by name. */
export function certificatePaper(signed: SignedCertificate, language: PaperLanguage, issuer: string): Paper {
  const certified = Certificate().parse(JSON.parse(signed.certificate));
  const words = certificateWords[language];
  return {
    language,
    title: words.title,
    subtitle: words.whats[certified.what],
    issuer,
    reference: certified.certificateId,
    madeAtMs: Date.parse(certified.issuedAt),
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: words.lead(dayInWords(Date.parse(certified.to), language)) },
      ...summary(certified, language, words),
      ...counts(certified, language, words),
      ...leftAndKept(certified, language, words),
      ...outOfReach(certified, language, words),
      ...proof(certified, signed, language, words),
    ],
  };
}

function summary(one: Certified, language: PaperLanguage, words: CertificateWords): Block[] {
  const time = (instant: string) => timeInWords(instant, language);
  const who = (role: string) => words.roles[role] ?? role;
  return [
    {
      kind: 'facts',
      rows: [
        { name: words.what, value: words.whats[one.what] },
        { name: words.why, value: words.whys[one.why] },
        { name: words.client, value: one.clientId },
        ...(one.requestId === null ? [] : [{ name: words.request, value: one.requestId }]),
        ...(one.instruction ? [{ name: words.instruction, value: instruction(one.instruction, language, words) }] : []),
        ...(one.messageId === null ? [] : [{ name: words.message, value: one.messageId }]),
        { name: words.asked, value: `${time(one.askedAt)}, ${who(one.askedAs)}` },
        ...(one.confirmedAs === null ? [] : [{ name: words.confirmed, value: who(one.confirmedAs) }]),
        { name: words.period, value: `${time(one.from)} – ${time(one.to)}` },
        { name: words.method, value: words.methodWords },
      ],
    },
  ];
}

const instruction = (
  { at, given, as }: NonNullable<Certified['instruction']>,
  language: PaperLanguage,
  words: CertificateWords,
) => `${timeInWords(at, language)}, ${words.given[given]}, ${words.writtenDown} ${words.roles[as] ?? as}`;

function counts({ erased, months }: Certified, language: PaperLanguage, words: CertificateWords): Block[] {
  return [
    { kind: 'heading', level: 1, text: words.erased },
    {
      kind: 'table',
      columns: [
        { title: words.kind, share: 4 },
        { title: words.count, align: 'end' },
      ],
      rows: erased.map(({ kind, count }) => [words.erasedKinds[kind], countInWords(count, language)]),
      empty: words.nothing,
    },
    ...(months.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: words.months },
          {
            kind: 'table',
            columns: [
              { title: words.month, share: 3 },
              { title: words.messages, align: 'end' },
              { title: words.calls, align: 'end' },
            ],
            rows: months.map(({ month, messages, calls }) => [
              month,
              countInWords(messages, language),
              countInWords(calls, language),
            ]),
          },
        ] as const)),
  ];
}

function leftAndKept({ left, kept }: Certified, language: PaperLanguage, words: CertificateWords): Block[] {
  return [
    ...(left.length === 0
      ? []
      : ([
          { kind: 'heading', level: 1, text: words.left },
          {
            kind: 'table',
            columns: [
              { title: words.store, share: 2 },
              { title: words.because, share: 3 },
              { title: words.count, align: 'end' },
            ],
            rows: left.map(({ store, because, count }) => [
              store,
              words.leavingReasons[because],
              countInWords(count, language),
            ]),
          },
        ] as const)),
    { kind: 'heading', level: 1, text: words.kept },
    { kind: 'paragraph', text: words.keptIntro },
    {
      kind: 'table',
      columns: [
        { title: words.kind, share: 5 },
        { title: words.count, align: 'end' },
        { title: words.until, share: 3 },
      ],
      rows: kept.map(({ kind, count, until }) => [
        words.keptKinds[kind],
        count === null ? '' : countInWords(count, language),
        until === null ? (words.untilThen[kind] ?? words.noEnd) : dayInWords(until, language),
      ]),
      empty: words.nothing,
    },
  ];
}

function outOfReach({ outOfReach: places }: Certified, language: PaperLanguage, words: CertificateWords): Block[] {
  if (places.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: words.outOfReach },
    { kind: 'paragraph', text: words.outOfReachIntro },
    {
      kind: 'list',
      items: places.map(
        ({ place, copies }) =>
          `${words.places[place]}${copies === null ? '' : ` ${words.copies(countInWords(copies, language))}`}`,
      ),
    },
  ];
}

function proof(one: Certified, signed: SignedCertificate, language: PaperLanguage, words: CertificateWords): Block[] {
  const { days, after } = one.erasureLog;
  return [
    { kind: 'heading', level: 1, text: words.proof },
    { kind: 'paragraph', text: words.proofIntro },
    {
      kind: 'facts',
      rows: [
        { name: words.certificate, value: one.certificateId },
        { name: words.erasure, value: one.erasureId },
        { name: words.issued, value: timeInWords(one.issuedAt, language) },
        { name: words.logDays, value: days.map((day) => dayInWords(day, language)).join('\n') || words.none },
      ],
    },
    ...(after === null
      ? []
      : [{ kind: 'code', name: words.after(dayInWords(after.day, language)), text: after.hash } as const]),
    { kind: 'code', name: words.signed, text: signed.certificate },
    { kind: 'code', name: words.signature, text: signed.signature },
    { kind: 'code', name: words.publicKey, text: signed.publicKey },
  ];
}
