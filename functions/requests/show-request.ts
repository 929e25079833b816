// Subject requests as they are answered: a row for lists, or whole with what may be done next.
import { openDetails } from '#agreements/service-details.ts';
import { openClient } from '#clients/store.ts';
import { endOf } from '#requests/clocks.ts';
import { closingText, extensionText } from '#requests/closing-text.ts';
import { outcomesNow, stepsNow } from '#requests/life-cycle.ts';
import type { RequestReceipt, SubjectRequest } from '#requests/schema.ts';
import type { RequestContent, RequestRow, Signed } from '#requests/store.ts';
import type { Caller } from '#shared/caller.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Found } from '#shared/found.ts';
import { SERVICE } from '#shared/tables.ts';

const instant = (ms: number | undefined) => (ms === undefined ? null : rfc3339(ms));
const signature = ({ by, atMs }: Signed) => ({ by, at: rfc3339(atMs) });

/** Of an open one: not forwarded, or not answered, in time. Of our own there is no client to forward it to. */
const isLate = ({ clientId, state, forwardBy, deadline }: RequestRow, nowMs: number): boolean =>
  (state === 'received' && clientId !== SERVICE && endOf(forwardBy) <= nowMs) ||
  (state !== 'closed' && endOf(deadline) <= nowMs);

export const showReceipt = (request: RequestRow, nowMs: number): RequestReceipt => ({
  id: request.id,
  clientId: request.clientId,
  kind: request.kind,
  state: request.state,
  receivedAt: rfc3339(request.receivedAtMs),
  forwardBy: request.forwardBy,
  deadline: request.deadline,
  late: isLate(request, nowMs),
  extendedMonths: request.extension?.months ?? 0,
  outcome: request.closed?.outcome ?? null,
  closedAt: instant(request.closed?.atMs),
});

/** null for our own, and where the client's key is gone. */
export const clientNameIn = (found: Found, clientId: string): string | null =>
  openClient(found, clientId)?.value.name ?? null;

/** The client, or ourselves as the agreements call us. */
const controllerIn = (found: Found, clientId: string): string | null =>
  clientId === SERVICE ? (openDetails(found)?.value.name ?? null) : clientNameIn(found, clientId);

interface View {
  caller: Pick<Caller, 'role'>;
  clientName: string | null;
  /** Who answers, by name. */
  controller: string | null;
  nowMs: number;
}

export const viewOf = (found: Found, clientId: string, caller: Pick<Caller, 'role'>, nowMs: number): View => ({
  caller,
  clientName: clientNameIn(found, clientId),
  controller: controllerIn(found, clientId),
  nowMs,
});

export function showRequest(request: RequestContent, { caller, clientName, controller, nowMs }: View): SubjectRequest {
  const { value, identity, instruction, extension, closed } = request;
  return {
    ...showReceipt(request, nowMs),
    clientName,
    by: request.by,
    loggedBy: request.loggedBy,
    language: request.language,
    who: value.who,
    text: value.text,
    contact: value.contact,
    notes: value.notes,
    identity: identity ? { ...signature(identity), method: identity.method, note: value.identityNote } : null,
    forwardedAt: instant(request.forwardedAtMs),
    instruction: instruction
      ? {
          ...signature(instruction),
          decision: instruction.decision,
          given: instruction.given,
          text: value.instructionText,
        }
      : null,
    extension: extension
      ? {
          ...signature(extension),
          months: extension.months,
          why: extension.why,
          sv: extensionText(request, { language: 'sv', signature: controller }) ?? '',
          en: extensionText(request, { language: 'en', signature: controller }) ?? '',
        }
      : null,
    preparedAt: instant(request.preparedAtMs),
    searchJobId: request.searchJobId ?? null,
    releasedAt: instant(request.releasedAtMs),
    closing: closed ? { ...signature(closed), text: value.closingText } : null,
    keepDays: request.keepDays,
    endsAt: instant(request.endsAtMs),
    steps: stepsNow(request, caller.role, nowMs),
    closings: outcomesNow(request, nowMs).map((outcome) => ({
      outcome,
      sv: closingText(request, { outcome, language: 'sv', signature: controller }),
      en: closingText(request, { outcome, language: 'en', signature: controller }),
    })),
    version: request.version,
  };
}
