// Reads a PDF back as a reader's programme does: its text page by page, its tags, its language and title.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Tagged {
  role: string;
  children: (Tagged | { type: string })[];
}

export interface ReadPdf {
  /** Each page's lines; what is on the page and no part of the text (its head and foot) too. */
  pages: string[];
  /** All pages' text without line breaks, a space where a line ends. */
  text: string;
  title: string | undefined;
  language: string | undefined;
  marked: boolean;
  /** The XML of its metadata, parsed: a title in it and the part of PDF/UA. */
  metadata: { title: string | undefined; part: string | undefined };
  /** The roots of the tags, one a page. */
  trees: Tagged[];
  outline: string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await loading.promise;
  const [{ info, metadata }, markInfo, outline] = await Promise.all([
    document.getMetadata(),
    document.getMarkInfo(),
    document.getOutline(),
  ]);
  const pages: string[] = [];
  const trees: Tagged[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    trees.push((await page.getStructTree()) as Tagged);
  }
  const facts = info as { Title?: string; Language?: string };
  await loading.destroy();
  return {
    pages,
    text: pages.join(' ').replace(/\s+/g, ' '),
    title: facts.Title,
    language: facts.Language,
    marked: (markInfo as Map<string, boolean> | null)?.get('Marked') === true,
    metadata: {
      title: metadata?.get('dc:title') ?? undefined,
      part: /<pdfuaid:part>(\d)/.exec(metadata?.getRaw?.() ?? '')?.[1],
    },
    trees,
    outline: (outline ?? []).flatMap(function titles({ title, items }): string[] {
      return [title, ...items.flatMap(titles)];
    }),
  };
}

/** The roles of a tree from the top down. */
export const rolesIn = (tree: Tagged): string[] => [
  tree.role,
  ...tree.children.flatMap((child) => ('role' in child ? rolesIn(child) : [])),
];
