// Whom the runner begins with: two clients, as a switchboard would find them, and the people of the service.
import type { SeedClient } from '#local/seed-client.ts';
import { nordvik } from '#local/seed-nordvik.ts';
import { sodra } from '#local/seed-sodra.ts';

export const seedClients: readonly SeedClient[] = [nordvik, sodra];

export const firstSupervisor = { email: 'supervisor@answeronline.example', name: 'Gunnel Söderström' };

/** Who the service is: what stands in every agreement. */
export const serviceDetails = {
  name: 'Svarsbolaget AB',
  organisationNumber: '402000-0206',
  address: 'Kajen 1, 871 30 Härnösand',
  email: 'info@answeronline.example',
  phone: '08-465 004 00',
  privacyContact: { name: 'Birgitta Åhman', email: 'privacy@answeronline.example' },
  signatory: { name: 'Gunnel Söderström', title: 'VD' },
};

export const seedOperators = [
  { email: 'operator@answeronline.example', name: 'Jörgen Wallén', role: 'operator' },
  { email: 'privacy@answeronline.example', name: 'Birgitta Åhman', role: 'privacyOfficer' },
] as const;
