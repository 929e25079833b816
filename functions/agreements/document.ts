// The text of an agreement as data: sections of paragraphs, lists and tables, for screens, paper and the hash alike.
import * as z from 'zod/mini';
import { Language } from '#shared/fields.ts';
import { lazy } from '#shared/route.ts';

const Block = () =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
    /** A label and what it says, or columns of an annex: every row has as many cells as there are columns. */
    z.object({ kind: z.literal('table'), columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  ]);
export type Block = z.infer<ReturnType<typeof Block>>;

export const AgreementDocument = lazy(() =>
  z.object({
    /** The version of the template: `2026-12`. */
    version: z.string(),
    language: Language(),
    title: z.string(),
    /** Stands above everything, and on paper too. */
    notice: z.string(),
    sections: z.array(z.object({ heading: z.string(), blocks: z.array(Block()) })),
  }),
);
export type AgreementDocument = z.infer<ReturnType<typeof AgreementDocument>>;
