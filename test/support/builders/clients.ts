// Request bodies of clients.
import type * as z from 'zod/mini';
import type { ClientInput } from '#clients/schema.ts';

export type ClientBody = z.input<ReturnType<typeof ClientInput>>;

/**
 * Nordvik Bygg AB, with everything filled in. Its telephone numbers are from the block for examples; no organisation
 * has a number that begins with 4.
 */
export const aClient = (changes: Partial<ClientBody> = {}): ClientBody => ({
  name: 'Nordvik Bygg',
  legalName: 'Nordvik Bygg AB',
  organisationNumber: '402000-0107',
  town: 'Härnösand',
  numbers: [{ number: '08-465 004 01', answerPhrase: 'Välkommen till Nordvik Bygg', language: 'sv' }],
  contacts: [{ name: 'Åsa Öberg', title: 'VD', email: 'asa.oberg@nordvik.example', phone: '070-174 06 05' }],
  generalInbox: { emails: ['info@nordvik.example'], phones: ['070-174 06 06'], language: 'sv' },
  retention: { months: 6 },
  contentMode: 'full',
  status: 'active',
  ...changes,
});
