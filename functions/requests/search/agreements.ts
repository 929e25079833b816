// Searches agreements: who signed, who objected, and what is kept of it as evidence.
import { type OpenedAgreement, agreementReadsWithEvidence, openAgreement, openEvidence } from '#agreements/store.ts';
import { type Field, field, fieldsOfEach } from '#requests/search/field.ts';
import { openEach, PAGE, type Searcher } from '#requests/search/searcher.ts';
import type { Found } from '#shared/found.ts';
import { idRange } from '#shared/ids.ts';
import { recordKeys } from '#shared/tables.ts';

const signer = { slot: 'signer', part: 'signatory' } as const;
/** The last that a ULID can say. */
const MAX_ULID_MS = 281_474_976_710_655;
const all = idRange('agreement', 0, MAX_ULID_MS);
