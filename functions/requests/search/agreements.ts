// Searches agreements: who signed, who objected, and what is kept of it as evidence.
import type { Evidence } from '#agreements/evidence.ts';
import { agreementReadsWithEvidence, type OpenedAgreement, openAgreement, openEvidence } from '#agreements/store.ts';
import { type Field, field, fieldsOfEach, type Readable } from '#requests/search/field.ts';
import { openEach, PAGE, type Searcher } from '#requests/search/searcher.ts';
import type { Found } from '#shared/found.ts';
import { idRange } from '#shared/ids.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';

/** The last that a ULID can say. */
const MAX_ULID_MS = 281_474_976_710_655;
/** Of a client's partition the agreements, without the evidence that stands beside each. */
const agreementsAlone = { name: recordsTable.sortKey, ...idRange('agreement', 0, MAX_ULID_MS) };

const own = (slot: string) => ({ slot, part: 'signatory', own: true }) as const;

function evidenceFields(found: Found, agreement: OpenedAgreement): Field[] {
  const sealed = openEvidence(found, agreement);
  if (!sealed) return [];
  const { signature, countersignature } = JSON.parse(sealed.evidence) as Evidence;
  return [
    ...field('userId', 'userId', signature.userId, own('signer')),
    ...field('method', 'code', signature.method, own('signer')),
    ...field('networkAddress', 'plain', signature.networkAddress, own('signer')),
    ...field('countersigner.name', 'name', countersignature.name, own('countersigner')),
    ...field('countersigner.title', 'plain', countersignature.title, own('countersigner')),
  ];
}

const fieldsOf = (found: Found, agreement: OpenedAgreement): Field[] => [
  ...field('signedAt', 'time', agreement.signedAtMs),
  ...field('name', 'name', agreement.signedBy.name, own('signer')),
  ...field('title', 'plain', agreement.signedBy.title, own('signer')),
  ...evidenceFields(found, agreement),
  ...fieldsOfEach(agreement.objections, ({ text, by }, n) => {
    const objector = { n, slot: `objection.${n}`, part: 'actor', own: true } as const;
    return [...field('objections.*.text', 'text', text, objector), ...field('objections.*.by', 'userId', by, objector)];
  }),
];

const opening = (home: string) => ({
  reads: (id: string) => agreementReadsWithEvidence(home, id),
  open: (found: Found, id: string): Readable | undefined => {
    const agreement = openAgreement(found, home, id);
    return agreement && { store: 'agreement', recordId: id, home, whose: 'nobody', fields: fieldsOf(found, agreement) };
  },
});

/** A page costs a query of ids, and some 10 units for each agreement with its evidence: a client has a handful. */
export const agreementSearcher: Searcher = {
  stores: ['agreement'],

  async page(app, home, _, from) {
    const { pk } = recordKeys.agreementsOf(home);
    const { items, next } = await app.db.query({
      table: 'records',
      partition: { name: recordsTable.partitionKey, value: pk },
      sort: agreementsAlone,
      limit: PAGE,
      consistent: true,
      ...(from !== undefined && { startAfter: { pk, sk: from } }),
    });
    const opened = await openEach(
      app,
      home,
      items.map(({ sk }) => sk as string),
      opening(home),
    );
    return { ...opened, looked: items.length, next: next?.sk as string | undefined };
  },

  async open(app, home, _, recordIds) {
    return { ...(await openEach(app, home, recordIds, opening(home))), looked: recordIds.length };
  },
};
