// What was prepared on an instruction goes with it: the report, what is asked to be erased, and the marks on the request.
import { endFilesAbout } from '#jobs/end-files-about.ts';
import { takenBackErasing } from '#requests/erasing.ts';
import { forgetReport } from '#requests/report-row.ts';
import type { RequestFields, RequestRow } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import type { Write } from '#shared/writes.ts';

/** What was found and made for an earlier instruction is not what is handed out under another. */
export function withoutPreparation<R extends RequestFields>(request: R): R {
  const { preparedAtMs: _p, searchJobId: _s, reportedAtMs: _r, ...rest } = withoutErasing(request);
  return rest as R;
}

/** More is known than was searched for: nothing is said, or made, of the person before another search. */
export function withoutSearch<R extends RequestFields>(request: R): R {
  const { searchJobId: _s, reportedAtMs: _r, ...rest } = request;
  return rest as R;
}

/** It tells what the person has asked for. */
export function withoutReport<R extends RequestFields>(request: R): R {
  const { reportedAtMs: _, ...rest } = request;
  return rest as R;
}

/** Taken back beside it: see `takenBackErasing`. */
export function withoutErasing<R extends RequestFields>(request: R): R {
  const { erasing: _, ...rest } = request;
  return rest as R;
}

/** What goes in the transaction that takes it back, and the files that end with it: see `commitEnding`. */
export interface TakenBack {
  goes: readonly Write[];
  ends: readonly Write[];
}

/**
 * Costs 2 units for the report and for an erasure, and what `endFilesAbout` and `commitEnding` say. A report
 * that was made, or is being made, and has not been released, is nobody's any more, and its files end now. So does an erasure
 * that nobody has confirmed: it was asked for on what the client said before, and of what was found then.
 */
export async function takenBack(app: App, request: RequestRow): Promise<TakenBack> {
  const { clientId, id, state } = request;
  if (state !== 'preparing') return { goes: [], ends: [] };
  return {
    goes: [forgetReport(id), ...takenBackErasing(request, app.clock.nowMs())],
    ends: await endFilesAbout(app, { clientId, refId: id }),
  };
}
