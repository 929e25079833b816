// The life of a subject request as a table: which step leads from where to where, who may take it, and what it needs. Pure.

import { isSought } from '#requests/about-another.ts';
import { deadlineOf, endOf } from '#requests/clocks.ts';
import {
  type Outcome,
  outcomes,
  type RequestKind,
  type RequestState,
  type RequestStep,
  requestStates,
  requestSteps,
} from '#requests/codes.ts';
import type { RequestContent, RequestFields } from '#requests/store.ts';
import { Problem } from '#shared/problems.ts';
import type { Role } from '#shared/route.ts';
import { SERVICE } from '#shared/tables.ts';

interface Row {
  from: readonly RequestState[];
  /** Absent: it stays where it is. */
  to?: RequestState;
  by: readonly Role[];
  needs: readonly Need[];
}

/** What has to be so beside the state; a value says what is missing. */
type Need = (request: RequestContent, nowMs: number) => Problem | undefined;

const wrong = (detail: string) => new Problem('wrong-state', { detail });

/** Kinds that end with something that is handed out. */
const handsOut: readonly RequestKind[] = ['access', 'portability'];
export const isHandedOut = ({ kind }: Pick<RequestFields, 'kind'>): boolean => handsOut.includes(kind);

const anInstruction: Need = ({ instruction }) => (instruction ? undefined : new Problem('instruction-missing'));
const toCarryOut: Need = (request, nowMs) =>
  anInstruction(request, nowMs) ??
  (request.instruction?.decision === 'carryOut' ? undefined : wrong('The instruction is to refuse'));
const toRefuse: Need = (request, nowMs) =>
  anInstruction(request, nowMs) ??
  (request.instruction?.decision === 'refuse' ? undefined : wrong('The instruction is to carry it out'));
const anIdentity: Need = ({ identity }) =>
  identity ? undefined : wrong('Write down first how it was made sure who asks');
const aSearch: Need = ({ searchJobId }) => (searchJobId ? undefined : wrong('Nobody has searched for the person yet'));
const somebodyToLookFor: Need = ({ value: { who } }) =>
  isSought(who) ? undefined : wrong('Write down first by what the person can be found: a name, a number, an address');
const somethingToHandOut: Need = (request) => {
  if (!isHandedOut(request)) return wrong('Nothing is handed out for a request of this kind');
  return request.reportedAtMs === undefined ? wrong('The report is not made yet') : undefined;
};
const theHandingOut: Need = (request) =>
  isHandedOut(request) && request.state !== 'released' ? wrong('It is not released yet') : undefined;
/** Of the search that it goes by: whoever searched again since knows more. Our own are withdrawn: see `demandTrue`. */
const theErasing: Need = ({ kind, clientId, erased, searchJobId }) => {
  if (kind !== 'erasure' || clientId === SERVICE) return undefined;
  return erased && erased.jobId === searchJobId ? undefined : new Problem('erasure-not-certified');
};
const nothingErased: Need = ({ erased }) =>
  erased && !erased.isNothing ? wrong('Something of the person has been erased') : undefined;
/** GDPR art. 12(3): the person is told of it within the first month. */
const theFirstMonth: Need = ({ receivedAtMs }, nowMs) =>
  nowMs < endOf(deadlineOf(receivedAtMs)) ? undefined : wrong('It can be extended before the first deadline only');

const notExtended: Need = ({ extension }) =>
  extension ? wrong('It has been extended, which is done once') : undefined;

/** Of our own records there is nobody to tell. */
const aClient: Need = ({ clientId }) =>
  clientId === SERVICE ? wrong('Of our own records we decide ourselves') : undefined;

/** Until it is confirmed, a step takes it back; from then on it is carried out to its end, and certified. */
const notErasing: Need = ({ erasing }) => (erasing?.isConfirmed ? new Problem('erasure-under-way') : undefined);

const open: readonly RequestState[] = requestStates.filter((state) => state !== 'closed');
const officer = ['privacyOfficer'] as const;
const both = ['privacyOfficer', 'clientAdmin'] as const;

export const lifeCycle: Readonly<Record<RequestStep, Row>> = {
  identify: { from: open, by: both, needs: [] },
  forward: { from: ['received'], to: 'forwarded', by: officer, needs: [aClient] },
  // Until it is released the client may think again: what was prepared is prepared anew.
  instruct: {
    from: ['received', 'forwarded', 'instructed', 'preparing'],
    to: 'instructed',
    by: both,
    needs: [notErasing],
  },
  // Again: somebody has written down more about the person.
  prepare: {
    from: ['instructed', 'preparing'],
    to: 'preparing',
    by: officer,
    needs: [toCarryOut, somebodyToLookFor, notErasing],
  },
  release: { from: ['preparing'], to: 'released', by: officer, needs: [toCarryOut, anIdentity, somethingToHandOut] },
  extend: { from: open, by: both, needs: [theFirstMonth, notExtended] },
  close: { from: open, to: 'closed', by: both, needs: [notErasing] },
};

const ends: Readonly<Record<Outcome, readonly Need[]>> = {
  carriedOut: [toCarryOut, anIdentity, theHandingOut, theErasing],
  nothingFound: [toCarryOut, aSearch, nothingErased],
  refused: [toRefuse, nothingErased],
  // Not to answer is to refuse as well.
  notIdentified: [toRefuse, nothingErased],
  withdrawn: [nothingErased],
  mistaken: [],
};

const needsOf = (step: RequestStep, outcome: Outcome | undefined) => [
  ...lifeCycle[step].needs,
  ...(outcome ? ends[outcome] : []),
];

/** @returns what is in the way of a step; undefined where nothing is. */
export function hindrance(
  request: RequestContent,
  step: RequestStep,
  nowMs: number,
  outcome?: Outcome,
): Problem | undefined {
  const missing = needsOf(step, outcome)
    .map((need) => need(request, nowMs))
    .find((problem) => problem !== undefined);
  if (missing?.code === 'instruction-missing') return missing;
  return lifeCycle[step].from.includes(request.state) ? missing : wrong(`Not in the state ${request.state}`);
}

export const outcomesNow = (request: RequestContent, nowMs: number): Outcome[] =>
  outcomes.filter((outcome) => !hindrance(request, 'close', nowMs, outcome));

/** What somebody of a role may do now. */
export const stepsNow = (request: RequestContent, role: Role, nowMs: number): RequestStep[] =>
  requestSteps.filter((step) => lifeCycle[step].by.includes(role) && !hindrance(request, step, nowMs));

/**
 * For whatever is done on a request's behalf: the client has said that it is to be carried out, and it is known who asks.
 * @throws Problem instruction-missing, wrong-state.
 */
export function demandInstructed(request: RequestContent, nowMs: number): void {
  const problem = toCarryOut(request, nowMs) ?? anIdentity(request, nowMs);
  if (problem) throw problem;
}
