// `npm run report-schema` writes docs/access-report.schema.json; a test holds it equal to the schema that reports are made by.
import { writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { fieldWords } from '#requests/report/field-words.ts';
import { AccessReport, HIDDEN, REPORT_SCHEMA } from '#requests/report-schema.ts';
import { fieldNames } from '#requests/search/field.ts';

export const reportSchemaFile = new URL('../../docs/access-report.schema.json', import.meta.url);

/** What a code is called, where `*` stands for a place in a list, from 0. */
const codes = Object.fromEntries(fieldNames.map((name) => [name, fieldWords[name].en]));

export const reportSchemaText = (): string => {
  const { $schema, ...schema } = z.toJSONSchema(AccessReport(), {
    io: 'output',
    // The format says it, and the pattern is there for parsers of ours.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern;
    },
  });
  const document = {
    $schema,
    $id: `urn:${REPORT_SCHEMA.replace('/', ':')}`,
    title: 'Access report (registerutdrag)',
    description: `Everything about a person in one client's data, or in the service's own: GDPR, Article 15. Passages about other people are ${HIDDEN}. Values are for machines (E.164, RFC 3339, codes), words for people, in the report's language.`,
    ...schema,
    'x-field-codes': codes,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
};

if (import.meta.main) writeFileSync(reportSchemaFile, reportSchemaText());
