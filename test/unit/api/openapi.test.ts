// The OpenAPI document tells the truth: it is what the route table gives, and every route is in it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openApiDocument } from '#api/openapi.ts';
import { routeTable } from '#api/route-table.ts';
import { openApiFile, openApiText, webTypesFile, webTypesText } from '#test/support/write-openapi.ts';

test('docs/openapi.json is what the route table gives (npm run openapi)', () => {
  expect(readFileSync(openApiFile, 'utf8')).toBe(openApiText());
});

test('the types of the portal are those of the document (npm run openapi)', async () => {
  expect(readFileSync(webTypesFile, 'utf8')).toBe(await webTypesText());
});

test('every route is in the document, and its id is the operationId', () => {
  const { paths } = openApiDocument() as { paths: Record<string, Record<string, { operationId: string }>> };

  const written = routeTable.map(({ method, path }) => paths[path]?.[method.toLowerCase()]?.operationId);

  expect(written).toEqual(routeTable.map(({ id }) => id));
});

test('no two routes have one id, or one method and path', () => {
  const ids = routeTable.map(({ id }) => id);
  const addresses = routeTable.map(({ method, path }) => `${method} ${path}`);

  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test('every reference in the document leads somewhere', () => {
  const document = openApiDocument();
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '');

  const dangling = references.filter(
    (path) =>
      path.split('/').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document) ===
      undefined,
  );

  expect(references.length).toBeGreaterThan(0);
  expect(dangling).toEqual([]);
});

test('a write that answers with more than was sent asks for both scopes at once, and its patch is not empty', () => {
  const { paths, components } = openApiDocument() as {
    paths: Record<string, Record<string, { security: unknown }>>;
    components: { schemas: Record<string, { minProperties?: number }> };
  };

  expect(paths['/v1/clients/{clientId}/messages/{messageId}']?.patch?.security).toEqual([
    { oauth: ['answeronline/messages.write', 'answeronline/messages.read'] },
  ]);
  for (const name of ['ClientPatch', 'StaffPatch', 'MessageEdit'])
    expect(components.schemas[name]).toMatchObject({ minProperties: 1 });
});

test.each(['Client', 'StaffMember', 'Message', 'Delivery', 'MessageTask', 'MatterTask', 'SubjectRequest'])(
  '%s has its id in the document',
  (name) => {
    const { components } = openApiDocument() as {
      components: { schemas: Record<string, { properties: object; required: string[] }> };
    };

    expect(components.schemas[name]?.properties).toHaveProperty('id');
    expect(components.schemas[name]?.required).toContain('id');
  },
);
