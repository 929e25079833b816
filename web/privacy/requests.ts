// What people ask for as it is read, and each step of the way as it is taken.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Body, Reply } from '#web/api/types.ts';
import { everyPage } from '#web/privacy/pages.ts';

export type RequestRow = Reply<'listAllSubjectRequests'>['items'][number];
export type SubjectRequest = Reply<'readSubjectRequest'>;
export type RequestInput = Body<'createSubjectRequest'>;
export type RequestKind = RequestInput['kind'];
export type RequestChange = Body<'changeSubjectRequest'>;
export type Step = Body<'stepSubjectRequest'>;
export type StepName = Step['step'];
type Taken<Name extends StepName> = Extract<Step, { step: Name }>;
export type IdentityMethod = Taken<'identify'>['method'];

/** The home of requests about our own records. */
export const SERVICE = 'service';

export const kinds: readonly RequestKind[] = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
];

export const allRequests = (state: 'open' | 'closed'): Cached<RequestRow[]> =>
  cached(`requests:${state}`, () =>
    everyPage<RequestRow>((query) => ask(api.GET('/v1/subject-requests', { params: { query: { ...query, state } } }))),
  );

export const requestsOf = (clientId: string): Cached<RequestRow[]> =>
  cached(`requests-of:${clientId}`, () =>
    everyPage<RequestRow>((query) =>
      ask(api.GET('/v1/clients/{clientId}/subject-requests', { params: { path: { clientId }, query } })),
    ),
  );

const one = '/v1/clients/{clientId}/subject-requests/{requestId}' as const;

export const requestOf = (clientId: string, requestId: string): Cached<SubjectRequest> =>
  cached(`request:${requestId}`, () => ask(api.GET(one, { params: { path: { clientId, requestId } } })));

/** What is answered takes the place of what was shown. */
function changed(request: SubjectRequest, call: () => Promise<Outcome<SubjectRequest>>) {
  const source = requestOf(request.clientId, request.id);
  return source.change(source.value.peek() ?? request, call);
}

export const takeStep = (request: SubjectRequest, body: Step): Promise<Outcome<SubjectRequest>> =>
  changed(request, () =>
    ask(
      api.POST('/v1/clients/{clientId}/subject-requests/{requestId}/steps', {
        params: { path: { clientId: request.clientId, requestId: request.id } },
        body,
      }),
    ),
  );

/** @param etag of what the change began from. */
export const changeRequest = (
  request: SubjectRequest,
  body: RequestChange,
  etag: string,
): Promise<Outcome<SubjectRequest>> =>
  changed(request, () =>
    ask(
      api.PATCH(one, {
        params: {
          path: { clientId: request.clientId, requestId: request.id },
          header: { 'If-Match': etag },
        },
        body,
      }),
    ),
  );

/** Kinds for which the person is searched for: something is handed out, or erased. */
export const isSearchedFor = ({ kind }: Pick<SubjectRequest, 'kind'>): boolean =>
  kind === 'access' || kind === 'portability' || kind === 'erasure' || kind === 'objection';

/** The time is extended once: what the person has been told of it stands. Of our own records there is nobody to tell. */
const isOffered = (step: StepName, { extension, clientId }: SubjectRequest): boolean =>
  step === 'extend' ? extension === null : step !== 'forward' || clientId !== SERVICE;

/** What may be done here. */
export const stepsOf = (request: SubjectRequest): StepName[] =>
  request.steps.filter((step) => isOffered(step, request));

/** What leads on, of what may be done: the rest stands beside it. */
const leading: readonly StepName[] = ['forward', 'instruct', 'release', 'prepare', 'close'];

const endsAs = ({ closings }: SubjectRequest, wanted: SubjectRequest['outcome']): boolean =>
  closings.some(({ outcome }) => outcome === wanted);

/** What was found of the person is erased. Of our own records there is no certificate: accounts are withdrawn by hand. */
export const isCertified = (request: SubjectRequest): boolean =>
  request.kind === 'erasure' && request.clientId !== SERVICE && endsAs(request, 'carriedOut');

/** The step that the state waits for; undefined where it waits for somebody else. */
export function nextStep(request: SubjectRequest): StepName | undefined {
  const { state, instruction, kind, identity } = request;
  const steps = stepsOf(request);
  const may = (step: StepName) => steps.includes(step);
  if (state === 'received' || state === 'forwarded') return leading.find((step) => step !== 'close' && may(step));
  if (!identity && may('identify') && instruction?.decision === 'carryOut') return 'identify';
  if (state === 'instructed' && instruction?.decision === 'carryOut' && isSearchedFor({ kind }) && may('prepare'))
    return 'prepare';
  if (state === 'preparing')
    return may('release') ? 'release' : may('close') && isCertified(request) ? 'close' : undefined;
  return may('close') && (endsAs(request, 'carriedOut') || endsAs(request, 'refused')) ? 'close' : undefined;
}
