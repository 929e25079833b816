// Whom the runner begins with: two clients, as a switchboard would find them, and the people of the service.
import type { SeedClient } from '#local/seed-client.ts';
import { nordvik } from '#local/seed-nordvik.ts';
import { sodra } from '#local/seed-sodra.ts';

export const seedClients: readonly SeedClient[] = [nordvik, sodra];

export const firstSupervisor = { email: 'supervisor@answeronline.example', name: 'Gunnel Söderström' };

export const seedOperators = [
  { email: 'operator@answeronline.example', name: 'Jörgen Wallén', role: 'operator' },
  { email: 'privacy@answeronline.example', name: 'Birgitta Åhman', role: 'privacyOfficer' },
] as const;
