// An agreement in plain lines, as it is hashed: what anybody can read, and hash again.
import { hash } from 'node:crypto';
import type { AgreementDocument, Block } from '#agreements/document.ts';

function linesOf(block: Block): string {
  if (block.kind === 'text') return block.text;
  if (block.kind === 'list') return block.items.map((item) => `- ${item}`).join('\n');
  return [block.columns, ...block.rows].map((cells) => cells.join(' | ')).join('\n');
}

/** A blank line between all that stands apart; ends with a line break. The same document always makes the same text. */
export function textOf({ version, language, title, notice, sections }: AgreementDocument): string {
  const parts = sections.flatMap(({ heading, blocks }) => [heading, ...blocks.map(linesOf)]);
  return `${[`${title} (${version}, ${language})`, notice, ...parts].join('\n\n')}\n`;
}

/** SHA-256 of the text in UTF-8, in hexadecimal. */
export const hashOf = (text: string): string => hash('sha256', text, 'hex');

export const readable = (document: AgreementDocument) => {
  const text = textOf(document);
  const { version, language } = document;
  return { version, language, documentHash: hashOf(text), text, document };
};
