// A paper as a PDF that anybody can read: tagged, with its language and title, its own typeface inside, no network needed.

import PDFDocument from 'pdfkit';
import { draw, paperSize } from '#papers/draw.ts';
import { layOut } from '#papers/lay-out.ts';
import type { Paper } from '#papers/paper.ts';
import { openPen } from '#papers/pen.ts';

/** The same paper gives the same bytes, all of them in memory: some 3 KiB a page. */
export async function renderPaper(paper: Paper): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: paperSize,
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    // Tags, language and title as PDF/UA-1 (ISO 14289-1) asks for.
    subset: 'PDF/UA' as 'PDF/A-2a',
    tagged: true,
    displayTitle: true,
    lang: paper.language === 'sv' ? 'sv-SE' : 'en-GB',
    // No typeface of the reader's: everything is set in those that the paper brings.
    font: null as unknown as string,
    info: {
      Title: paper.subtitle === undefined ? paper.title : `${paper.title} – ${paper.subtitle}`,
      Author: paper.issuer,
      Subject: paper.reference,
      Producer: 'AnswerOnline',
      Creator: 'AnswerOnline',
      CreationDate: new Date(paper.madeAtMs),
    },
  });
  escapeMetadata(document);
  const bytes = collect(document);
  draw(document, layOut(paper, openPen(document)));
  document.end();
  return bytes;
}

/** pdfkit writes the title into XML as it is: a company with an & in its name would make the metadata unreadable. */
function escapeMetadata(document: InstanceType<typeof PDFDocument>): void {
  const inside = document as unknown as { endMetadata(): void; info: Record<string, unknown> };
  const { endMetadata } = inside;
  inside.endMetadata = function () {
    this.info = Object.fromEntries(
      Object.entries(this.info).map(([name, value]) => [name, typeof value === 'string' ? escapeXml(value) : value]),
    );
    endMetadata.call(this);
  };
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] as string);

async function collect(document: InstanceType<typeof PDFDocument>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of document) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
