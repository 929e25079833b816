// What an operator was told to say, as a reference that goes with the message: which rules won, sealed, bound to the client.
import * as z from 'zod/mini';
import type { App } from '#shared/app.ts';
import { type Finding, Problem } from '#shared/problems.ts';
import { open, type SealContext, seal } from '#shared/vault.ts';

export const ruleSources = [
  'protected',
  'absence',
  'answerNote',
  'clientRule',
  'openingHours',
  'default',
  'greeting',
] as const;

/** A rule by its place: ids and numbers only. */
export interface WonRule {
  source: (typeof ruleSources)[number];
  /** The client (`cli_…`) or the staff member (`stf_…`) whose rule it is. */
  of: string;
  /** Of the record that the rule stands in. */
  version: number;
  /** Of one rule among several in that record. */
  ruleId: string | null;
}

/** What was said at one moment. */
export interface Answered {
  atMs: number;
  rules: readonly WonRule[];
}

type PackedRule = readonly [source: WonRule['source'], of: string, version: number, ruleId: string | null];
/** As it stands in a reference, and in the sealed content of a message: without names, which would be half of it. */
export type PackedAnswer = readonly [atMs: number, rules: readonly PackedRule[]];

const packAnswer = ({ atMs, rules }: Answered): PackedAnswer => [
  atMs,
  rules.map(({ source, of, version, ruleId }) => [source, of, version, ruleId]),
];

export const unpackAnswer = ([atMs, rules]: PackedAnswer): Answered => ({
  atMs,
  rules: rules.map(([source, of, version, ruleId]) => ({ source, of, version, ruleId })),
});

const PREFIX = 'ans_';
/** Of a desk where as many instructions hold as a client may have. */
const MAX_LENGTH = 8_000;

/** `ans_…`: whoever has one cannot read it. */
export const AnswerReference = () => z.string().check(z.regex(/^ans_[\w-]+$/), z.maxLength(MAX_LENGTH));

type Keys = Pick<App, 'serviceKeys'>;

const context = (clientId: string): SealContext => ({ clientId, recordId: clientId, field: 'answered', schema: 1 });

/** @param answered its rules may know more of themselves than is kept. */
export async function sealAnswer({ serviceKeys }: Keys, clientId: string, answered: Answered): Promise<string> {
  const sealed = seal(await serviceKeys.get('cursor'), context(clientId), packAnswer(answered));
  return PREFIX + Buffer.from(sealed).toString('base64url');
}

/** @returns undefined for anything that `sealAnswer` did not make for this very client. */
function openAnswer(key: Uint8Array, clientId: string, reference: string): PackedAnswer | undefined {
  const sealed = Buffer.from(reference.slice(PREFIX.length), 'base64url');
  // Node's decoder passes over foreign characters: only the very text that was given out is a reference.
  if (PREFIX + sealed.toString('base64url') !== reference) return undefined;
  try {
    return open(key, context(clientId), sealed) as PackedAnswer;
  } catch {
    return undefined;
  }
}

/** As many as can hold for one client at once, and those of a few people: some 5 KB. */
const RULES_MAX = 60;

/**
 * What the references of a message say, each rule once, at its first time. No request once the service's key is read.
 * @throws Problem invalid-request that points at each which is not a reference of this client.
 */
export async function openAnswers(
  { serviceKeys }: Keys,
  clientId: string,
  references: readonly string[],
): Promise<PackedAnswer[]> {
  if (references.length === 0) return [];
  const key = await serviceKeys.get('cursor');
  const opened = references.map((reference) => openAnswer(key, clientId, reference));
  const errors = opened.flatMap((one, n): Finding[] =>
    one ? [] : [{ pointer: `/answered/${n}`, detail: 'Not a reference of this client' }],
  );
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
  const known = new Set<string>();
  const once = (rule: PackedRule) => {
    const name = JSON.stringify(rule);
    return !known.has(name) && known.add(name);
  };
  const answers = opened
    .filter((one) => one !== undefined)
    .sort(([one], [other]) => one - other)
    .map(([atMs, rules]): PackedAnswer => [atMs, rules.filter(once)])
    .filter(([, rules]) => rules.length > 0);
  if (known.size > RULES_MAX)
    throw new Problem('invalid-request', { errors: [{ pointer: '/answered', detail: `At most ${RULES_MAX} rules` }] });
  return answers;
}
