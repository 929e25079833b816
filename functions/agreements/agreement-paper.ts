// A signed agreement on paper: the text as it was signed, and a page of what proves it.
import { evidenceWords } from '#agreements/agreement-paper-words.ts';
import type { AgreementDocument } from '#agreements/document.ts';
import type { AgreementDetail } from '#agreements/schema.ts';
import { dayInWords, timeInWords } from '#papers/in-words.ts';
import type { Block, Paper } from '#papers/paper.ts';

export function agreementPaper(agreement: AgreementDetail): Paper {
  const { document, language, version, signedAt } = agreement;
  const words = evidenceWords[language];
  return {
    language,
    title: document.title,
    subtitle: words.subtitle(version, dayInWords(signedAt, language)),
    issuer: agreement.countersignature.service,
    reference: `${agreement.id} · ${words.version} ${version}`,
    madeAtMs: Date.parse(signedAt),
    blocks: [
      { kind: 'notice', text: document.notice },
      ...document.sections.flatMap(sectionBlocks),
      { kind: 'new-page' },
      ...evidencePage(agreement),
    ],
  };
}

type Section = AgreementDocument['sections'][number];

/** Of `4. Instructions` the number stands in the margin; the text is what was signed, to the letter. */
function sectionBlocks({ heading, blocks }: Section): Block[] {
  const [, number, text] = /^(\d+)\. (.*)$/s.exec(heading) ?? [];
  return [
    number === undefined || text === undefined
      ? { kind: 'heading', level: 1, text: heading }
      : { kind: 'heading', level: 1, number: `${number}.`, text },
    ...blocks.map((block) => clause(block, number !== undefined)),
  ];
}

function clause(block: Section['blocks'][number], numbered: boolean): Block {
  switch (block.kind) {
    case 'text':
      return { kind: 'paragraph', text: block.text, ...(numbered && { number: '' }) };
    case 'list':
      return { kind: 'list', items: block.items, ...(numbered && { indented: true }) };
    case 'table':
      return { kind: 'table', columns: block.columns.map((title) => ({ title })), rows: block.rows };
  }
}

function evidencePage(agreement: AgreementDetail): Block[] {
  const { language, signature, countersignature, seal, objections } = agreement;
  const words = evidenceWords[language];
  const time = (instant: string) => `${timeInWords(instant, language)} (${instant})`;
  const facts = (rows: readonly (readonly [name: string, value: string])[]): Block => ({
    kind: 'facts',
    rows: rows.map(([name, value]) => ({ name, value })),
  });
  return [
    { kind: 'heading', level: 1, text: words.title },
    { kind: 'paragraph', text: words.intro },
    { kind: 'heading', level: 2, text: words.client },
    facts([
      [words.name, signature.name],
      [words.role, signature.title],
      [words.time, time(signature.at)],
      [words.method, words.methods[signature.method] ?? signature.method],
      [words.address, signature.networkAddress],
      [words.user, signature.userId],
      [words.statement, signature.statement],
    ]),
    { kind: 'heading', level: 2, text: words.service },
    facts([
      [words.company, countersignature.service],
      [words.name, countersignature.name],
      [words.role, countersignature.title],
      [words.time, time(countersignature.at)],
    ]),
    { kind: 'heading', level: 2, text: words.state },
    facts([
      [words.agreement, agreement.id],
      [words.client, agreement.clientId],
      [words.state, words.states[agreement.state]],
      ...(agreement.endedAt === null ? [] : [[words.ended, time(agreement.endedAt)] as const]),
      ...(agreement.keptUntil === null ? [] : [[words.kept, dayInWords(agreement.keptUntil, language)] as const]),
    ]),
    { kind: 'heading', level: 2, text: words.seal },
    { kind: 'paragraph', text: words.sealed },
    { kind: 'code', name: words.hash, text: agreement.documentHash },
    { kind: 'code', name: words.signed, text: seal.signed },
    { kind: 'code', name: words.signature, text: seal.signature },
    { kind: 'code', name: words.publicKey, text: seal.publicKey },
    ...(objections.length === 0 ? [] : [{ kind: 'heading', level: 2, text: words.objections } as const]),
    ...objections.map(
      ({ subProcessorId, text, at, by }): Block => ({
        kind: 'quote',
        text,
        source: `${time(at)} · ${subProcessorId} · ${by}`,
      }),
    ),
  ];
}
