// A notice that a route is about: one that has ended is there no more.
import { currentNotices, type OpenedAnswering } from '#clients/answering.ts';
import type { Notice } from '#clients/answering-schema.ts';
import { Problem } from '#shared/problems.ts';

/** @throws Problem not-found. */
export function demandNotice(
  answering: OpenedAnswering | undefined,
  noticeId: string,
  nowMs: number,
): { answering: OpenedAnswering; notice: Notice } {
  const notice = currentNotices(answering?.value.notices ?? [], nowMs).find(({ id }) => id === noticeId);
  if (!answering || !notice) throw new Problem('not-found');
  return { answering, notice };
}
