// The documented schema of the access report is the one that reports are made by, and what is written piece by piece is one.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ReportJson } from '#requests/report-json.ts';
import { AccessReport, type ReportEntry, type ReportFoot, type ReportHead } from '#requests/report-schema.ts';
import { reportSchemaFile, reportSchemaText } from '#test/support/write-report-schema.ts';

test('docs/access-report.schema.json is up to date: `npm run report-schema`', () => {
  expect(readFileSync(reportSchemaFile, 'utf8')).toBe(reportSchemaText());
});

const party = { name: 'Kvarngärdets El', organisationNumber: null, address: null, contact: null };
const head: ReportHead = {
  schema: 'answeronline/access-report/1',
  language: 'sv',
  title: 'Registerutdrag',
  requestId: 'req_01M83PPHZ8YSYRAG55JDMCQV58',
  receivedAt: '2026-11-23T07:00:00.000Z',
  madeAt: '2026-11-23T07:00:00.000Z',
  part: null,
  controller: party,
  processor: party,
  subject: { names: ['Eva "Ask"'], phones: [], emails: [], staffId: null },
  about: {
    purposes: [],
    legalBasis: '',
    categories: [],
    recipients: [],
    subProcessors: [],
    transfers: '',
    retention: [],
    source: [],
    automatedDecisions: '',
    rights: [],
    complaints: '',
  },
};
const foot: ReportFoot = { searched: [], leftOut: [] };
const anEntry = (id: string): ReportEntry => ({
  id,
  as: [],
  foundBy: [],
  keptUntil: null,
  fields: [],
  parts: [],
  hidden: false,
});
const section = (store: string) => ({ store, title: store, about: '', retention: '' });

async function written(act: (json: ReportJson) => Promise<void>): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  const json = new ReportJson(async (piece) => {
    pieces.push(piece);
  });
  await json.begin(head);
  await act(json);
  await json.end(foot);
  return AccessReport().parse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
}

test('a report that is written page by page is the same as one that is written at once', async () => {
  const report = await written(async (json) => {
    await json.section(section('staff'));
    await json.entries([anEntry('a')]);
    await json.section(section('message'));
    await json.entries([anEntry('b'), anEntry('c')]);
    await json.entries([]);
    await json.entries([anEntry('d')]);
  });

  expect(report).toEqual({
    ...head,
    sections: [
      { ...section('staff'), entries: [anEntry('a')] },
      { ...section('message'), entries: [anEntry('b'), anEntry('c'), anEntry('d')] },
    ],
    ...foot,
  });
});

test('a report in which there is nothing is a report as well', async () => {
  expect(await written(async () => {})).toEqual({ ...head, sections: [], ...foot });
});
