// The words of a request for whoever looks: the client's admin, the officer, or the officer where we are the controller ourselves. Pure.
import type { Standing } from '#web/privacy/findings.ts';
import {
  type IdentityMethod,
  isCertified,
  isSearchedFor,
  type RequestRow,
  SERVICE,
  type Step,
  type StepName,
  type SubjectRequest,
} from '#web/privacy/requests.ts';
import { t } from '#web/words/words.ts';

/** client: its admin. officer: of a client's request. ourselves: the officer, of one about our own records. */
export type Viewer = 'client' | 'officer' | 'ourselves';

export const viewerOf = ({ clientId }: Pick<RequestRow, 'clientId'>, isAdmin: boolean): Viewer =>
  isAdmin ? 'client' : clientId === SERVICE ? 'ourselves' : 'officer';

/** How far the search for the person is; undefined: not read yet. */
type Search = Standing['search'] | undefined;

/** What the state means for whoever looks. */
export function whatNow(request: SubjectRequest, viewer: Viewer, search: Search): string | undefined {
  const { state, instruction, identity } = request;
  const ours = viewer === 'ourselves';
  const words = ours ? t.privacy.ours.what : t.privacy.requests.what;
  if (state === 'received' || state === 'forwarded') return beforeInstruction(state, viewer);
  if (state === 'closed') return undefined;
  if (instruction?.decision === 'refuse') return words.refused;
  if (!identity) return t.privacy.requests.what.identityMissing;
  if (state === 'released') return viewer === 'client' ? t.privacy.requests.what.releasedAdmin : words.released;
  if (!isSearchedFor(request)) return words.instructedHand;
  if (viewer === 'client') return t.privacy.requests.what.preparingAdmin;
  if (state === 'preparing') return whilePreparing(request, ours, search);
  return erases(request) ? words.instructedErasure : words.instructedAccess;
}

const erases = ({ kind }: SubjectRequest): boolean => kind === 'erasure' || kind === 'objection';

function beforeInstruction(state: 'received' | 'forwarded', viewer: Viewer): string {
  const words = t.privacy.requests.what;
  if (viewer === 'ourselves') return t.privacy.ours.what.received;
  return viewer === 'client' ? words.forwardedAdmin : words[state];
}

/** Nothing is said of a search before it is known how far it is. */
function whilePreparing(request: SubjectRequest, ours: boolean, search: Search): string | undefined {
  const words = t.privacy.requests.what;
  if (isCertified(request)) return words.certified;
  if (!search) return undefined;
  if (search.state !== 'done') return search.state === 'failed' ? undefined : words.searching;
  return ours && erases(request) ? t.privacy.ours.what.erasing : words.preparing;
}

export function stepWords(step: StepName, viewer: Viewer): string {
  const words = t.privacy.requests.steps;
  if (viewer === 'ourselves' && (step === 'instruct' || step === 'release')) return t.privacy.ours.steps[step];
  return step === 'instruct' && viewer === 'officer' ? words.instructOther : words[step];
}

export function doneWords(step: StepName, viewer: Viewer): string {
  const { ours, requests } = t.privacy;
  return viewer === 'ourselves' && (step === 'instruct' || step === 'release') ? ours.done[step] : requests.done[step];
}

/** Why an end is refused that is not so: what has to be true of it. */
export function notTrueWords(step: Step, viewer: Viewer): string | undefined {
  if (step.step !== 'close') return undefined;
  if (step.outcome === 'nothingFound') return t.privacy.requests.closing.notNothing;
  return viewer === 'ourselves' && step.outcome === 'carriedOut' ? t.privacy.ours.notGone : undefined;
}

export const stateWords = (state: RequestRow['state'], viewer: Viewer): string => {
  const { ours, requests } = t.privacy;
  const known = { client: requests.statesForClient, officer: requests.states, ourselves: ours.states };
  return known[viewer][state];
};

export const methodWords = (method: IdentityMethod, viewer: Viewer): string =>
  viewer === 'ourselves' && method === 'knownToClient'
    ? t.privacy.ours.knownToUs
    : t.privacy.requests.identity.methods[method];
