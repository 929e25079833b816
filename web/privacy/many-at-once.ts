// What can be decided about many findings at once: those that stand before somebody, and that nobody has decided yet. Pure, but for the sending.
import type { Failure, Outcome } from '#web/api/outcome.ts';
import type { Decision, Finding, View } from '#web/privacy/findings.ts';

/** The service takes no more in a request. */
const MOST = 90;

/** Something is marked in it as somebody else's. */
export const isMarked = ({ fields }: Finding): boolean => fields.some(({ others }) => others.length > 0);

/** Of a record that is gone nothing can be decided. */
export const isGone = ({ fields }: Finding): boolean => fields.length === 0;

const ways = ['include', 'leave', 'show', 'mask'] as const;
type Way = (typeof ways)[number];

const asked: Readonly<Record<Way, Omit<Decision, 'id'>>> = {
  include: { decision: 'include' },
  leave: { decision: 'leave' },
  show: { third: 'shown' },
  mask: { third: 'masked' },
};

const isUndecided = ({ decision }: Finding): boolean => decision === 'undecided';
const isToReview = ({ decision, third }: Finding): boolean => decision === 'include' && third === 'toReview';

/** Where nothing is marked there is nothing to hide, and somebody has to read it: it is left out of `mask`. */
const fits: Readonly<Record<Way, (finding: Finding) => boolean>> = {
  include: isUndecided,
  leave: isUndecided,
  show: isToReview,
  mask: (finding) => isToReview(finding) && isMarked(finding),
};

const waysOf: Readonly<Partial<Record<View, readonly Way[]>>> = {
  undecided: ['include', 'leave'],
  toReview: ['mask', 'show'],
};

export interface ManyAtOnce {
  readonly way: Way;
  readonly decisions: readonly Decision[];
}

/** Ways in which a view can be decided at once; one finding has its own buttons. */
export const manyAtOnce = (view: View, findings: readonly Finding[]): ManyAtOnce[] =>
  (waysOf[view] ?? [])
    .map((way) => ({
      way,
      decisions: findings
        .filter((one) => !isGone(one) && fits[way](one))
        .map(({ id }): Decision => ({ id, ...asked[way] })),
    }))
    .filter(({ decisions }) => decisions.length > 1);

/**
 * In as many requests as it takes.
 * @param taken is told of each request that came through.
 * @returns what stopped it.
 */
export async function decideMany(
  send: (decisions: Decision[]) => Promise<Outcome<unknown>>,
  decisions: readonly Decision[],
  taken: (decided: readonly Decision[]) => void,
): Promise<Failure | undefined> {
  for (let from = 0; from < decisions.length; from += MOST) {
    const some = decisions.slice(from, from + MOST);
    const outcome = await send(some);
    if (outcome.kind !== 'ok') return outcome;
    taken(some);
  }
  return undefined;
}
