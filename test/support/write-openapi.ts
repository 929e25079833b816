// `npm run openapi` writes docs/openapi.json; a test holds it equal to what the route table gives.
import { writeFileSync } from 'node:fs';
import { openApiDocument } from '#api/openapi.ts';

export const openApiFile = new URL('../../docs/openapi.json', import.meta.url);
export const openApiText = (): string => `${JSON.stringify(openApiDocument(), null, 2)}\n`;

if (import.meta.main) writeFileSync(openApiFile, openApiText());
