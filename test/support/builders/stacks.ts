// Stacks as the runner reads them from the cloud assembly.
import type { Stack } from '#local/assembly.ts';
import { openResources, type Resources } from '#local/resources.ts';

export const places = {
  region: 'eu-north-1',
  origin: 'http://localhost:4010',
  awsEndpoint: 'http://127.0.0.1:5000',
  issuer: 'http://localhost:4010/oidc',
};

export const aStack = (changes: Partial<Stack> = {}): Stack => ({
  name: 'stack',
  region: 'eu-north-1',
  resources: {},
  exports: {},
  outputs: {},
  assetPath: (hash) => hash,
  ...changes,
});

export const resourcesOf = (resources: Stack['resources']): Resources => openResources([aStack({ resources })], places);
