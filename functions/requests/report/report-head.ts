// What a report says before the data: who answers for it, what it is for, who gets it, how long it is kept, what rights there are.
import { countryName } from '#agreements/facts.ts';
import { detailsReads, openDetails } from '#agreements/service-details.ts';
import { readSubProcessors } from '#agreements/sub-processors.ts';
import { answeringReads, openAnswering } from '#clients/answering.ts';
import { clientReads, openClient } from '#clients/store.ts';
import { sectionsIn } from '#requests/report/sections.ts';
import type { ReportWords } from '#requests/report/words.ts';
import { type Party, REPORT_SCHEMA, type ReportAbout, type ReportHead } from '#requests/report-schema.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Found } from '#shared/found.ts';
import { formatPhone } from '#shared/phone.ts';
import type { Retention } from '#shared/retention.ts';
import { SERVICE } from '#shared/tables.ts';

/** Until somebody has filled in who the service is. */
const NAMELESS = 'AnswerOnline';

const joined = (parts: readonly (string | null | undefined)[]): string | null =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ') || null;

function serviceParty(found: Found): Party {
  const details = openDetails(found)?.value;
  const { privacyContact } = details ?? {};
  return {
    name: details?.name ?? NAMELESS,
    organisationNumber: details?.organisationNumber ?? null,
    address: details?.address ?? null,
    contact: joined([
      privacyContact?.name,
      privacyContact?.email,
      privacyContact?.phone && formatPhone(privacyContact.phone),
    ]),
  };
}

function clientParty(found: Found, clientId: string): Party {
  const client = openClient(found, clientId)?.value;
  const contact = openAnswering(found, clientId)?.value.callerNotice?.contact;
  return {
    name: client?.legalName ?? client?.name ?? '',
    organisationNumber: client?.organisationNumber ?? null,
    address: contact?.address ?? client?.town ?? null,
    contact: joined([contact?.email, contact?.phone && formatPhone(contact.phone), contact?.web]),
  };
}

const retentionText = (retention: Retention | undefined, words: ReportWords): string | undefined => {
  if (!retention) return undefined;
  return words.retentionOfMessages('months' in retention ? words.months(retention.months) : words.days(retention.days));
};

async function aboutOf(app: App, found: Found, request: OpenedRequest, words: ReportWords, language: 'sv' | 'en') {
  const { clientId } = request;
  const whose = clientId === SERVICE ? 'service' : 'client';
  const ofMessages = retentionText(openClient(found, clientId)?.retention, words);
  const subProcessors = (await readSubProcessors(app)).flatMap(({ current }) => current ?? []);
  const about: ReportAbout = {
    purposes: [...words.purposes[whose]],
    legalBasis: words.legalBasis[whose],
    categories: [...words.categories],
    recipients: [...words.recipients[whose]],
    subProcessors: subProcessors.map(({ name, country, purpose }) => ({
      name,
      country: countryName(country, language),
      purpose: purpose[language],
    })),
    transfers: words.transfers,
    retention: sectionsIn(clientId, words).map(([store, { title, retention }]) => ({
      of: title,
      until: store === 'message' && whose === 'client' ? (ofMessages ?? retention) : retention,
    })),
    source: [...words.source[whose]],
    automatedDecisions: words.automatedDecisions,
    rights: words.rights.map((right) => ({ ...right })),
    complaints: words.complaints,
  };
  return about;
}

/** One batch read of 6 units, and two queries of a few records. */
export async function reportHead(
  app: App,
  request: OpenedRequest,
  words: ReportWords,
  language: 'sv' | 'en',
): Promise<ReportHead> {
  const { clientId, id, receivedAtMs, value } = request;
  const isOurs = clientId === SERVICE;
  const found = await app.db.read([
    ...detailsReads(),
    ...(isOurs ? [] : [...clientReads(clientId), ...answeringReads(clientId)]),
  ]);
  const service = serviceParty(found);
  return {
    schema: REPORT_SCHEMA,
    language,
    title: words.title(undefined),
    requestId: id,
    receivedAt: rfc3339(receivedAtMs),
    madeAt: rfc3339(app.clock.nowMs()),
    part: null,
    controller: isOurs ? service : clientParty(found, clientId),
    processor: isOurs ? null : service,
    subject: {
      names: value.who.names,
      phones: value.who.phones.map(formatPhone),
      emails: value.who.emails,
      staffId: value.who.staffId,
    },
    about: await aboutOf(app, found, request, words, language),
  };
}
