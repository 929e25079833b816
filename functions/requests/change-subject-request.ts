// Corrects or completes a subject request.
import { letter } from '#letters/letter.ts';
import { aboutAnother, namesAnother, saysOther } from '#requests/about-another.ts';
import { deadlineOf, forwardByOf, keptUntilMs } from '#requests/clocks.ts';
import type { RequestState } from '#requests/codes.ts';
import { demandRequest } from '#requests/demand-request.ts';
import { isHandedOut } from '#requests/life-cycle.ts';
import { requestViewReads } from '#requests/read-subject-request.ts';
import { demandReceivedAt } from '#requests/received-at.ts';
import type { requestRoutes } from '#requests/routes.ts';
import type { RequestPatch } from '#requests/schema.ts';
import { showRequest, viewOf } from '#requests/show-request.ts';
import type { OpenedRequest, RequestContent } from '#requests/store.ts';
import { takenBack, withoutReport, withoutSearch } from '#requests/take-back.ts';
import { writeRequest } from '#requests/write-request.ts';
import type { App } from '#shared/app.ts';
import { mergePatch } from '#shared/merge-patch.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

const untilInstructed: readonly RequestState[] = ['received', 'forwarded'];
const untilReleased: readonly RequestState[] = [...untilInstructed, 'instructed', 'preparing'];
const untilClosed: readonly RequestState[] = [...untilReleased, 'released'];

/** Until when a field can be changed; what is not here can be at any time. */
const changeable: Readonly<Partial<Record<keyof RequestPatch, readonly RequestState[]>>> = {
  kind: untilInstructed,
  receivedAt: untilInstructed,
  who: untilReleased,
  text: untilReleased,
  contact: untilClosed,
  language: untilClosed,
};

/**
 * Costs one batch read of 5 units, as reading it, and what `writeRequest` says. Where more is said of the person, or
 * another is named, or something else is asked for, what was made is taken back, for what `takenBack` says, and with another a client that has said what is to be
 * done is asked again: 2 units for the letter.
 */
export const changeSubjectRequest: UseCase<(typeof requestRoutes)['changeSubjectRequest']> = {
  reads: ({ params }) => requestViewReads(params),

  async run(app, { params, body, ifMatch, caller, found }) {
    const nowMs = app.clock.nowMs();
    const before = demandRequest(found, params, nowMs);
    if (before.version !== ifMatch) throw new Problem('version-conflict');
    demandChangeable(body, before.state);
    // What goes is what was found of the person as somebody asked for it.
    if (body.who && before.erasing)
      throw new Problem('erasure-under-way', { errors: [{ pointer: '/who', detail: 'Not while it is under way' }] });
    demandReceivedAt(body.receivedAt, nowMs);
    const corrected = changed(before, body);
    const overtaking = overtakes(before, corrected, caller.id, nowMs);
    const after = overtaking
      ? await writeOvertaking(app, before, overtaking)
      : await writeRequest(app, before, corrected);
    return {
      status: 200,
      body: showRequest(after, viewOf(found, params.clientId, caller, nowMs)),
      version: after.version,
    };
  },
};

/** @returns undefined where what was searched for, and made of it, is still of whom one knows, and of what they ask for. */
function overtakes(before: OpenedRequest, corrected: RequestContent, by: string, nowMs: number) {
  const [was, is] = [before.value, corrected.value];
  if (namesAnother(was.who, is.who)) return aboutAnother(corrected, nowMs);
  if (saysOther(was.who, is.who))
    return { ...withoutSearch(corrected), ...(corrected.instruction && { saidMoreBy: by }) };
  return was.text !== is.text && isHandedOut(before) ? withoutReport(corrected) : undefined;
}

/** A client that has said what is to be done with another person is asked again. */
async function writeOvertaking(app: App, before: OpenedRequest, after: RequestContent): Promise<RequestContent> {
  const { clientId, id: refId, deadline: day, forwardedAtMs, instruction } = before;
  const { goes, ends } = await takenBack(app, before);
  const isAsked = instruction !== undefined && after.instruction === undefined && forwardedAtMs !== undefined;
  const asks = isAsked ? letter(app, { clientId, to: 'admins', about: 'requestForwarded', refId, day }) : [];
  return writeRequest(app, before, after, [...goes, ...asks], ends);
}

/** @throws Problem wrong-state, with a pointer to each field that stands fast by now. */
function demandChangeable(patch: RequestPatch, state: RequestState): void {
  const fast = Object.entries(patch)
    .filter(([name, value]) => value !== undefined && changeable[name as keyof RequestPatch]?.includes(state) === false)
    .map(([name]) => ({ pointer: `/${name}`, detail: `Not in the state ${state}` }));
  if (fast.length > 0) throw new Problem('wrong-state', { errors: fast });
}

function changed({ keys: _, ...before }: RequestContent & { keys?: unknown }, patch: RequestPatch): RequestContent {
  const { who, text, contact, notes, kind = before.kind, language = before.language } = patch;
  const { receivedAt: receivedAtMs = before.receivedAtMs, keepDays = before.keepDays } = patch;
  return {
    ...before,
    kind,
    language,
    receivedAtMs,
    forwardBy: forwardByOf(receivedAtMs),
    deadline: deadlineOf(receivedAtMs, before.extension?.months),
    keepDays,
    ...(before.closed && { endsAtMs: keptUntilMs(before.closed.atMs, keepDays) }),
    value: mergePatch(before.value, { who, text, contact, notes }),
  };
}
