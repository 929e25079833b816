// What a search for a person has found, as it is read and decided, and how far the search and the report are.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Body, Reply } from '#web/api/types.ts';
import { fieldWord } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export type Standing = Reply<'readAccessReport'>;
export type Counts = NonNullable<Standing['findings']>;
export type FindingPage = Reply<'listFindings'>;
export type Finding = FindingPage['items'][number];
export type FindingField = Finding['fields'][number];
export type Mask = Finding['masks'][number];
export type Decision = Extract<Body<'decideFindings'>, { findings: unknown }>['findings'][number];

/** Which of them are looked at. */
export const views = ['undecided', 'toReview', 'included', 'left'] as const;
export type View = (typeof views)[number];
const queries = {
  undecided: { decision: 'undecided' },
  toReview: { decision: 'include', third: 'toReview' },
  included: { decision: 'include' },
  left: { decision: 'leave' },
} as const;

interface Of {
  readonly clientId: string;
  readonly requestId: string;
}

const path = '/v1/clients/{clientId}/subject-requests/{requestId}' as const;

export const standingOf = ({ clientId, requestId }: Of): Cached<Standing> =>
  cached(`report:${requestId}`, () => ask(api.GET(`${path}/report`, { params: { path: { clientId, requestId } } })));

/** A search that has begun since it was read: what was found before may be gone, and more be there. */
export function ofLastSearch(standing: Standing, { searchJobId }: { searchJobId: string | null }): Standing {
  const { search } = standing;
  if (search === null || searchJobId === null || search.jobId === searchJobId) return standing;
  const begun = { jobId: searchJobId, state: 'waiting', done: 0, total: null } as const;
  return { ...standing, search: begun, searchedAt: null, findings: null };
}

const PAGE = 25;

export const readFindings = ({ clientId, requestId }: Of, view: View, cursor?: string) =>
  ask(
    api.GET(`${path}/findings`, {
      params: {
        path: { clientId, requestId },
        query: { ...queries[view], limit: PAGE, ...(cursor !== undefined && { cursor }) },
      },
    }),
  );

/** By their ids: what nobody has had before them is not decided. */
export const decideFindings = ({ clientId, requestId }: Of, findings: Decision[]) =>
  ask(api.PATCH(`${path}/findings`, { params: { path: { clientId, requestId } }, body: { findings } }));

export const makeReport = ({ clientId, requestId }: Of) =>
  ask(api.POST(`${path}/report`, { params: { path: { clientId, requestId } }, body: {} }));

/** Every finding decided, and what names others looked at. */
export const isReviewed = ({ undecided, toReview }: Counts): boolean => undecided === 0 && toReview === 0;

export function storeWord(store: string): string {
  const known: Readonly<Record<string, string>> = t.privacy.findings.stores;
  return known[store] ?? t.privacy.findings.stores.other;
}

/** `caller.phone.0` → "Telefon". */
export function codeWord(code: string): string {
  const known: Readonly<Record<string, string>> = t.privacy.findings.codes;
  const own = code
    .split('.')
    .reverse()
    .find((step) => Object.hasOwn(known, step));
  return (own !== undefined && known[own]) || fieldWord(`/${code.replaceAll('.', '/')}`);
}

export interface Passage {
  readonly text: string;
  readonly of: 'person' | 'others' | undefined;
}

/** A value in passages: by what the person was found, what may be about others, and the rest. Pure. */
export function passagesOf({ value, found, others }: FindingField): Passage[] {
  const marks = [
    ...found.map((text) => ({ text, of: 'person' as const })),
    ...others.map((text) => ({ text, of: 'others' as const })),
  ].filter(({ text }) => text !== '');
  const passages: Passage[] = [];
  let plainFrom = 0;
  for (let at = 0; at < value.length; ) {
    // The longest that begins here: a name within a longer one is not marked twice.
    const [mark] = marks
      .filter(({ text }) => value.startsWith(text, at))
      .sort((one, other) => other.text.length - one.text.length);
    if (!mark) {
      at += 1;
      continue;
    }
    if (at > plainFrom) passages.push({ text: value.slice(plainFrom, at), of: undefined });
    passages.push(mark);
    at += mark.text.length;
    plainFrom = at;
  }
  if (plainFrom < value.length) passages.push({ text: value.slice(plainFrom), of: undefined });
  return passages;
}

/** Fields that say something about the decision: where somebody is marked, or where a text stands. */
export const tells = ({ found, others, code, value }: FindingField): boolean =>
  found.length > 0 || others.length > 0 || (value !== '' && /matter|note|text|name/i.test(code));
