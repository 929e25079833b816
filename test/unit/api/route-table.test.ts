// Rules that every row of the route table keeps.
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { routeTable } from '#api/route-table.ts';

test('who writes with an answer that holds more than was sent needs the scope of reading as well', () => {
  const answersMore = routeTable.filter(
    ({ scope, idempotent, replies }) =>
      scope?.endsWith('.write') && !idempotent && Object.values(replies).some((schema) => schema !== null),
  );

  const asked = answersMore.map(({ id, scope, readScope }) => [id, scope, readScope]);

  expect(asked).toEqual([
    ['changeClient', 'directory.write', 'directory.read'],
    ['changeAnswering', 'directory.write', 'directory.read'],
    ['changeNotice', 'directory.write', 'directory.read'],
    ['changeStaffMember', 'directory.write', 'directory.read'],
    ['previewStaffErasure', 'directory.write', 'directory.read'],
    ['setAbsence', 'directory.write', 'directory.read'],
    ['changeMessage', 'messages.write', 'messages.read'],
    ['changeTask', 'messages.write', 'messages.read'],
    ['objectToSubProcessor', 'privacy.write', 'privacy.read'],
    ['changeServiceDetails', 'privacy.write', 'privacy.read'],
    ['changeSubProcessor', 'privacy.write', 'privacy.read'],
    ['createExport', 'privacy.write', 'privacy.read'],
    ['confirmErasure', 'privacy.write', 'privacy.read'],
    ['continueErasure', 'privacy.write', 'privacy.read'],
    ['changeSubjectRequest', 'privacy.write', 'privacy.read'],
    ['stepSubjectRequest', 'privacy.write', 'privacy.read'],
    ['decideFindings', 'privacy.write', 'privacy.read'],
    ['makeAccessReport', 'privacy.write', 'privacy.read'],
  ]);
});

test('a patch demands at least one field', () => {
  const patches = routeTable.filter(({ method }) => method === 'PATCH');

  const takesNothing = patches.filter(({ body }) => body?.().safeParse({}).success);

  expect(takesNothing.map(({ id }) => id)).toEqual([]);
});

test('what the audit takes from a body is a code, whatever is sent', () => {
  const detailed = routeTable.filter(({ auditDetail }) => auditDetail !== undefined);

  const open = detailed.filter(({ auditDetail = '', body }) => {
    const schema = z.toJSONSchema(body?.() as z.core.$ZodType, { io: 'input' });
    const shapes = schema.oneOf ?? schema.anyOf ?? [schema];
    const fields = shapes.map(
      ({ properties }) => properties?.[auditDetail] as z.core.JSONSchema.BaseSchema | undefined,
    );
    return !fields.every((field) => field?.const !== undefined || field?.enum !== undefined);
  });

  expect(detailed.map(({ id }) => id)).toEqual(['askForErasure', 'stepSubjectRequest']);
  expect(open).toEqual([]);
});
