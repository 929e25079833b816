// What an agreement is filled in with: the client's own settings, who the service is, and who works for it.
import type { ServiceDetails, SubProcessorDetails } from '#agreements/service-schema.ts';
import type { ContentMode, Language } from '#shared/fields.ts';
import type { Retention } from '#shared/retention.ts';

export interface ClientFacts {
  name: string;
  organisationNumber: string | null;
  town: string | null;
  /** How the client is reached in questions of data protection; empty where it has not said. */
  privacyContact: readonly string[];
  retention: Retention;
  contentMode: ContentMode;
  /** Where messages for nobody in particular go. */
  inboxByEmail: boolean;
  inboxBySms: boolean;
}

/** `details` null: it is to end. */
export interface SubProcessorFact {
  details: SubProcessorDetails;
  /** `2027-01-15`: announced, and not working for the service before; undefined where it does today. */
  from: string | undefined;
  /** The day from which it does no more. */
  until: string | undefined;
}

export interface AgreementFacts {
  /** null: blanks. */
  client: ClientFacts | null;
  service: ServiceDetails | null;
  subProcessors: readonly SubProcessorFact[];
}

const regionNames = (language: Language) => new Intl.DisplayNames([language], { type: 'region' });

/** `SE` → Sverige. */
export const countryName = (code: string, language: Language): string => regionNames(language).of(code) ?? code;
