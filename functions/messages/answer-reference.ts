// What an operator was told to say, as a reference that goes with the message: which rules won, sealed, bound to the client.
import type { ServiceKeys } from '#shared/service-keys.ts';
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

/** A rule by its place: ids and numbers only, so that it may be kept for as long as the message. */
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
type PackedAnswer = readonly [atMs: number, rules: readonly PackedRule[]];

const context = (clientId: string): SealContext => ({ clientId, recordId: clientId, field: 'answered', schema: 1 });

/** @param rules may know more of themselves than is kept. */
export async function sealAnswer(
  { serviceKeys }: { serviceKeys: ServiceKeys },
  clientId: string,
  { atMs, rules }: Answered,
): Promise<string> {
  const packed: PackedAnswer = [atMs, rules.map(({ source, of, version, ruleId }) => [source, of, version, ruleId])];
  return Buffer.from(seal(await serviceKeys.get('cursor'), context(clientId), packed)).toString('base64url');
}

/** @returns undefined for anything that `sealAnswer` did not make for this very client. */
export async function openAnswer(
  { serviceKeys }: { serviceKeys: ServiceKeys },
  clientId: string,
  reference: string,
): Promise<Answered | undefined> {
  const key = await serviceKeys.get('cursor');
  const sealed = Buffer.from(reference, 'base64url');
  // Node's decoder passes over foreign characters: only the very text that was given out is a reference.
  if (sealed.toString('base64url') !== reference) return undefined;
  try {
    const [atMs, rules] = open(key, context(clientId), sealed) as PackedAnswer;
    return { atMs, rules: rules.map(([source, of, version, ruleId]) => ({ source, of, version, ruleId })) };
  } catch {
    return undefined;
  }
}
