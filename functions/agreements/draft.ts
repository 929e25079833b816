// The agreement as a client would sign it now: filled in with its settings, the service's details and the sub-processors.
import { readable } from '#agreements/document-text.ts';
import type { ClientFacts, SubProcessorFact } from '#agreements/facts.ts';
import type { ServiceDetails } from '#agreements/service-schema.ts';
import { readSubProcessors, type StoredSubProcessor } from '#agreements/sub-processors.ts';
import { fillIn } from '#agreements/versions.ts';
import type { OpenedAnswering } from '#clients/answering.ts';
import type { OpenedClient } from '#clients/store.ts';
import type { App } from '#shared/app.ts';
import type { Language } from '#shared/fields.ts';

export interface DraftOf {
  client: OpenedClient;
  answering: OpenedAnswering | undefined;
  service: ServiceDetails | undefined;
  language: Language;
}

function clientFacts(client: OpenedClient, answering: OpenedAnswering | undefined): ClientFacts {
  const { name, legalName, organisationNumber, town, generalInbox } = client.value;
  const { email, phone, address, web } = answering?.value.callerNotice?.contact ?? {};
  return {
    name: legalName ?? name,
    organisationNumber,
    town,
    privacyContact: [email, phone, address, web].filter((one) => typeof one === 'string'),
    retention: client.retention,
    contentMode: client.contentMode,
    inboxByEmail: (generalInbox?.emails.length ?? 0) > 0,
    inboxBySms: (generalInbox?.phones.length ?? 0) > 0,
  };
}

/** What holds, and what is announced to take its place, each with its day. */
function factsOf({ current, next }: StoredSubProcessor): SubProcessorFact[] {
  const standing = current && { details: current, from: undefined, until: next?.holdsFrom };
  const coming = next?.details && { details: next.details, from: next.holdsFrom, until: undefined };
  return [standing, coming].filter((one) => one !== null && one !== undefined);
}

/** The last announcement that the text tells of, and so nobody who signs it need be told; 0 where it tells of none. */
const toldUpTo = (all: readonly StoredSubProcessor[]): number =>
  Math.max(0, ...all.map(({ next }) => next?.announcedAtMs ?? 0));

/** Two queries of a few records. `isComplete`: who the service is, and who works for it, is known. */
export async function draftFor(app: Pick<App, 'db' | 'clock'>, { client, answering, service, language }: DraftOf) {
  const all = await readSubProcessors(app);
  const facts = {
    client: clientFacts(client, answering),
    service: service ?? null,
    subProcessors: all.flatMap(factsOf),
  };
  return {
    ...readable(fillIn(language, facts)),
    isComplete: service !== undefined && !all.some(({ lost }) => lost),
    toldUpToMs: toldUpTo(all),
  };
}

/** With blanks for the client. */
export async function generalDraft(app: Pick<App, 'db' | 'clock'>, language: Language, service?: ServiceDetails) {
  const subProcessors = (await readSubProcessors(app)).flatMap(factsOf);
  return readable(fillIn(language, { client: null, service: service ?? null, subProcessors }));
}
