// The versions of the agreement: each in Swedish and English, the newest is the one that is signed.
import type { AgreementDocument } from '#agreements/document.ts';
import type { AgreementFacts } from '#agreements/facts.ts';
import { agreementInEnglish } from '#agreements/templates/2026-12-en.ts';
import { agreementInSwedish } from '#agreements/templates/2026-12-sv.ts';
import type { Language } from '#shared/fields.ts';

type Template = (facts: AgreementFacts) => Omit<AgreementDocument, 'version'>;

/** A version that somebody has signed is never changed: what they signed is kept, but the next one to sign is told by its number. */
const versions: readonly { version: string; templates: Readonly<Record<Language, Template>> }[] = [
  { version: '2026-12', templates: { sv: agreementInSwedish, en: agreementInEnglish } },
];

const newest = versions.at(-1) as (typeof versions)[number];

/** What is signed today. */
export const CURRENT_VERSION = newest.version;

export const fillIn = (language: Language, facts: AgreementFacts): AgreementDocument => ({
  version: CURRENT_VERSION,
  ...newest.templates[language](facts),
});
