// Finding clients by words: what matches, and what comes first.
import type { Client } from '#clients/schema.ts';

const MAX_HITS = 20;

/** Letters without accents, in lower case: "Härnösand" is found by "harnosand". */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const lower = (text: string) => text.toLowerCase();

/** What the reader sees of the client: what is hidden cannot be found out by searching either. */
const fieldsOf = ({ name, legalName, town, organisationNumber }: Client): string[] =>
  [name, legalName, town, organisationNumber, organisationNumber?.replace('-', '')].filter((text) => text != null);

/** 0 a whole field, 1 as it is spelled, 2 but for accents; undefined where not every word of the query occurs. */
function rankOf(client: Client, query: string): number | undefined {
  const fields = fieldsOf(client);
  const holdsAll = (form: (text: string) => string) => {
    const text = fields.map(form).join('\n');
    return form(query)
      .split(/\s+/)
      .every((word) => text.includes(word));
  };
  if (fields.some((field) => lower(field) === lower(query))) return 0;
  if (holdsAll(lower)) return 1;
  return holdsAll(fold) ? 2 : undefined;
}

/** The best first, and by name among equals; at most 20. */
export function matchText(clients: readonly Client[], query: string): Client[] {
  const byName = new Intl.Collator('sv');
  return clients
    .flatMap((client) => {
      const rank = rankOf(client, query);
      return rank === undefined ? [] : [{ client, rank }];
    })
    .sort((a, b) => a.rank - b.rank || byName.compare(a.client.name, b.client.name))
    .slice(0, MAX_HITS)
    .map(({ client }) => client);
}
