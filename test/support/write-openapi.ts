// `npm run openapi` writes docs/openapi.json and the portal's types of it; a test holds both equal to the route table.
import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from '#api/openapi.ts';

export const openApiFile = new URL('../../docs/openapi.json', import.meta.url);
export const webTypesFile = new URL('../../web/api/schema.d.ts', import.meta.url);

export const openApiText = (): string => `${JSON.stringify(openApiDocument(), null, 2)}\n`;
export const webTypesText = async (): Promise<string> =>
  `// The API's document as types, made by \`npm run openapi\`: never changed by hand.\n${astToString(await openapiTS(openApiText()))}`;

if (import.meta.main) {
  writeFileSync(openApiFile, openApiText());
  writeFileSync(webTypesFile, await webTypesText());
}
