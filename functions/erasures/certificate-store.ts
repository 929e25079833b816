// Certificates in the table: a copy of what stands in the evidence, for the API.
import { keptUntilMs } from '#erasures/kept-years.ts';
import type { SignedCertificate } from '#erasures/schema.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { recordKeys, ttlAttribute } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

export const certificateRead = (clientId: string, certificateId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.certificate(clientId, certificateId),
});

/** 2 units in a transaction for each KB: it is the same however often it is put. */
export const putCertificate = ({ id, clientId, ...fields }: SignedCertificate): Write => ({
  table: 'records',
  put: {
    ...recordKeys.certificate(clientId, id),
    kind: 'certificate',
    clientId,
    ...fields,
    [ttlAttribute]: toSeconds(keptUntilMs(Date.parse(fields.issuedAt))),
  },
});

export const toCertificate = (item: Item): SignedCertificate =>
  ({ ...item, id: item.sk }) as unknown as SignedCertificate;
