// Who works for every service that is deployed from here: the cloud that it runs on. Counsel looks over it, as over the templates.
import type { SubProcessorDetails } from '#agreements/service-schema.ts';

/** Its record is made with the first change; until then this holds. */
export const DEFAULT_SUB_PROCESSORS: Readonly<Record<string, SubProcessorDetails>> = {
  spr_00000000000000000000000AWS: {
    name: 'Amazon Web Services EMEA SARL',
    address: '38 avenue John F. Kennedy, L-1855 Luxembourg',
    contact: 'aws-EU-privacy@amazon.com',
    country: 'LU',
    place: 'EU',
    purpose: {
      sv: 'Drift: beräkning, databaser, lagring, inloggning samt utskick av e-post och SMS',
      en: 'Hosting: computing, databases, storage, sign-in, and the sending of e-mail and SMS',
    },
    ultimateParent: { name: 'Amazon.com, Inc.', country: 'US' },
    transfer: {
      sv: 'Uppgifterna lagras inom EU. Skulle moderbolaget i USA få åtkomst gäller kommissionens beslut (EU) 2023/1795 och standardavtalsklausuler.',
      en: 'The data is stored in the EU. Should the parent in the USA gain access, Commission decision (EU) 2023/1795 and standard contractual clauses apply.',
    },
  },
};
