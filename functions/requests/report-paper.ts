// An access report on paper: first whose it is and how the data is used, then the data, at last where it was looked for.

import { countInWords, dayInWords, timeInWords } from '#papers/in-words.ts';
import type { Block, Paper } from '#papers/paper.ts';
import { type ReportPaperWords, reportPaperWords } from '#requests/report-paper-words.ts';
import type { AccessReport, Party, ReportEntry, ReportField, ReportSection } from '#requests/report-schema.ts';

export function reportPaper(report: AccessReport): Paper {
  const { language, subject, controller, processor } = report;
  const words = reportPaperWords[language];
  return {
    language,
    title: report.title,
    subtitle:
      [subject.names, subject.phones, subject.emails].find((some) => some.length > 0)?.join(', ') ?? words.person,
    issuer: processor?.name ?? controller.name,
    reference: report.requestId,
    madeAtMs: Date.parse(report.madeAt),
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: words.lead(controller.name, processor?.name ?? null) },
      ...frontPage(report, words),
      ...treatment(report, words),
      { kind: 'heading', level: 1, text: words.data },
      ...report.sections.flatMap((section) => sectionBlocks(section, report, words)),
      ...(report.sections.length === 0
        ? [{ kind: 'paragraph', text: isLeftOut(report) ? words.allLeftOut : words.nothing } as const]
        : []),
      // Of a report in parts the last one says where it was looked.
      ...(report.part && !report.part.last ? [] : looked(report, words)),
    ],
  };
}

const facts = (rows: readonly (readonly [name: string, value: string] | undefined)[], caption?: string): Block => ({
  kind: 'facts',
  ...(caption !== undefined && { caption }),
  rows: rows.flatMap((row) => (row && row[1] !== '' ? [{ name: row[0], value: row[1] }] : [])),
});

const partyLines = ({ name, organisationNumber, address, contact }: Party): string =>
  [name, organisationNumber, address, contact].filter((one) => one !== null && one !== '').join('\n');

/** Something was found, and none of it is told. */
const isLeftOut = ({ searched }: AccessReport): boolean =>
  searched.some(({ result, count }) => result === 'found' && count === 0);

function frontPage({ subject, ...report }: AccessReport, words: ReportPaperWords): Block[] {
  const { language } = report;
  return [
    facts([
      [words.controller, partyLines(report.controller)],
      report.processor ? [words.processor, partyLines(report.processor)] : undefined,
      [words.received, dayInWords(Date.parse(report.receivedAt), language)],
      [words.made, timeInWords(report.madeAt, language)],
      report.part ? [words.part, words.partOf(report.part.number, report.part.last)] : undefined,
      [words.names, subject.names.join('\n')],
      [words.phones, subject.phones.join('\n')],
      [words.emails, subject.emails.join('\n')],
      [words.staffId, subject.staffId ?? ''],
    ]),
  ];
}

/** A heading with what stands under it, or nothing. */
const under = (text: string, blocks: readonly Block[], level: 2 | 3 = 2): Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', level, text }, ...blocks];
const listOf = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);
const paragraphOf = (text: string): Block[] => (text === '' ? [] : [{ kind: 'paragraph', text }]);

function treatment({ about }: AccessReport, words: ReportPaperWords): Block[] {
  return [
    { kind: 'heading', level: 1, text: words.treatment },
    ...under(words.purposes, listOf(about.purposes)),
    ...under(words.legalBasis, paragraphOf(about.legalBasis)),
    ...under(words.categories, listOf(about.categories)),
    ...under(words.source, listOf(about.source)),
    ...under(words.recipients, listOf(about.recipients)),
    ...under(
      words.subProcessors,
      about.subProcessors.length === 0
        ? []
        : [
            {
              kind: 'table',
              columns: [
                { title: words.name, share: 3 },
                { title: words.country, share: 2 },
                { title: words.purpose, share: 4 },
              ],
              rows: about.subProcessors.map(({ name, country, purpose }) => [name, country, purpose]),
            },
          ],
    ),
    ...under(words.transfers, paragraphOf(about.transfers)),
    ...under(
      words.retention,
      about.retention.length === 0 ? [] : [facts(about.retention.map(({ of, until }) => [of, until] as const))],
    ),
    ...under(words.automatedDecisions, paragraphOf(about.automatedDecisions)),
    ...under(words.rights, [
      ...(about.rights.length === 0
        ? []
        : [facts(about.rights.map(({ name, article, text }) => [`${name}\n${article}`, text] as const))]),
      ...paragraphOf(about.complaints),
    ]),
  ];
}

function sectionBlocks(section: ReportSection, report: AccessReport, words: ReportPaperWords): Block[] {
  const { title, about, retention, entries } = section;
  return [
    { kind: 'heading', level: 2, text: title },
    ...paragraphOf(about),
    ...(retention === '' ? [] : [{ kind: 'paragraph', tone: 'small', text: `${words.kept}: ${retention}` } as const]),
    ...entries.flatMap((entry, at) => entryBlocks(entry, words.entry(at + 1, entries.length), report, words)),
  ];
}

const fieldFacts = (fields: readonly ReportField[], caption?: string): Block[] =>
  fields.length === 0
    ? []
    : [
        facts(
          fields.map(({ name, words, value }) => [name, words || value] as const),
          caption,
        ),
      ];

function entryBlocks(entry: ReportEntry, title: string, { language }: AccessReport, words: ReportPaperWords): Block[] {
  const facets = [
    ...(entry.as.length === 0 ? [] : [entry.as.map((part) => words.parts[part]).join(', ')]),
    ...(entry.foundBy.length === 0
      ? []
      : [`${words.foundBy} ${entry.foundBy.map((way) => words.ways[way]).join(', ')}`]),
    ...(entry.keptUntil === null ? [] : [`${words.erased} ${dayInWords(Date.parse(entry.keptUntil), language)}`]),
    entry.id,
  ];
  return [
    { kind: 'heading', level: 3, text: title },
    { kind: 'paragraph', tone: 'small', text: facets.join(' · ') },
    ...fieldFacts(entry.fields),
    ...entry.parts.flatMap(({ name, fields }) => fieldFacts(fields, name)),
    ...(entry.hidden ? [{ kind: 'paragraph', tone: 'small', text: words.hidden } as const] : []),
  ];
}

function looked({ searched, leftOut, language }: AccessReport, words: ReportPaperWords): Block[] {
  return [
    { kind: 'heading', level: 1, text: words.searched },
    { kind: 'paragraph', text: words.searchedIntro },
    {
      kind: 'table',
      columns: [
        { title: words.place, share: 4 },
        { title: words.result, share: 2 },
        { title: words.count, share: 1, align: 'end' },
        { title: words.remark, share: 4 },
      ],
      rows: searched.map(({ name, result, count, because }) => [
        name,
        words.results[result],
        result === 'notSearched' ? '' : countInWords(count, language),
        because ?? '',
      ]),
    },
    ...under(
      words.leftOut,
      leftOut.length === 0
        ? []
        : [facts(leftOut.map(({ count, why }) => [countInWords(count, language), why] as const))],
    ),
  ];
}
