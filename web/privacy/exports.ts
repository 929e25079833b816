// Exports as they are asked for, read and shown.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Body, Reply } from '#web/api/types.ts';
import { everyPage } from '#web/privacy/pages.ts';

export type Export = Reply<'listExports'>['items'][number];
export type ExportBody = Body<'createExport'>;
export type Reason = ExportBody['why'];
export type ExportPart = ExportBody['what'][number];

export const reasons: readonly Reason[] = ['clientAsked', 'subjectRequest', 'complaint', 'fault', 'incident'];
export const exportParts: readonly ExportPart[] = ['register', 'messages'];
export const MOST_DAYS = 7;

export const exportsOf = (clientId: string): Cached<Export[]> =>
  cached(`exports:${clientId}`, () =>
    everyPage<Export>((query) =>
      ask(api.GET('/v1/clients/{clientId}/exports', { params: { path: { clientId }, query } })),
    ),
  );

export const createExport = (clientId: string, body: ExportBody) =>
  ask(api.POST('/v1/clients/{clientId}/exports', { params: { path: { clientId } }, body }));
