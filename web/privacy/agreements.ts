// Agreements as they are read: a client's own, how all clients stand, who the service is, and who works for it.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Reply } from '#web/api/types.ts';
import { everyPage } from '#web/privacy/pages.ts';
import type { Language } from '#web/words/words-shape.ts';

export type Agreements = Reply<'listAgreements'>;
export type Agreement = Agreements['items'][number];
export type Draft = NonNullable<Agreements['draft']>;
export type AgreementDetail = Reply<'readAgreement'>;
export type AgreementDocument = Draft['document'];
export type Standing = Reply<'listStandings'>['items'][number];
export type ServiceDetails = Reply<'readServiceDetails'>;
export type SubProcessor = Reply<'listSubProcessors'>['items'][number];
export type SubProcessorDetails = NonNullable<SubProcessor['current']>;

export const agreementsOf = (clientId: string, language: Language): Cached<Agreements> =>
  cached(`agreements:${clientId}:${language}`, () =>
    ask(api.GET('/v1/clients/{clientId}/agreements', { params: { path: { clientId }, query: { language } } })),
  );

export const agreementOf = (clientId: string, agreementId: string): Cached<AgreementDetail> =>
  cached(`agreement:${agreementId}`, () =>
    ask(api.GET('/v1/clients/{clientId}/agreements/{agreementId}', { params: { path: { clientId, agreementId } } })),
  );

export const standings = (): Cached<Standing[]> =>
  cached('agreement-standings', () =>
    everyPage<Standing>((query) => ask(api.GET('/v1/agreements', { params: { query } }))),
  );

export const serviceDetails = (): Cached<ServiceDetails> =>
  cached('service-details', () => ask(api.GET('/v1/service-details')));

async function items<T>(asked: Promise<Outcome<{ items: T[] }>>): Promise<Outcome<T[]>> {
  const outcome = await asked;
  return outcome.kind === 'ok' ? { ...outcome, value: outcome.value.items } : outcome;
}

export const subProcessors = (): Cached<SubProcessor[]> =>
  cached('sub-processors', () => items(ask(api.GET('/v1/sub-processors'))));

/** Those that need something first, the most pressing of them before; then by name as they come. */
const urgency: Record<Standing['standing'], number> = { missing: 0, overdue: 1, outdated: 2, signed: 3, ended: 4 };

export const byUrgency = (all: readonly Standing[]): Standing[] =>
  [...all].sort(
    (one, other) =>
      urgency[one.standing] - urgency[other.standing] || (one.signBefore ?? '').localeCompare(other.signBefore ?? ''),
  );

export const needsSomething = ({ standing }: Standing): boolean => standing !== 'signed' && standing !== 'ended';

/** The one in force: the newest that is signed. */
export const inForce = ({ items }: Agreements): Agreement | undefined => items.find(({ state }) => state === 'signed');
