// How a client's calls are answered, as it is shown: without the notices that have ended.
import { type AnsweringContent, currentNotices } from '#clients/answering.ts';
import type { Answering, NoticeShown } from '#clients/answering-reply.ts';
import type { Notice } from '#clients/answering-schema.ts';
import { rfc3339 } from '#shared/clock.ts';

export const showNotice = ({ id, text, by, createdAtMs, untilMs }: Notice): NoticeShown => ({
  id,
  text,
  by,
  createdAt: rfc3339(createdAtMs),
  until: rfc3339(untilMs),
});

export const showAnswering = (
  { clientId, version, updatedAtMs, value, alternatives }: AnsweringContent,
  nowMs: number,
): Answering => ({
  clientId,
  ...value,
  notices: currentNotices(value.notices, nowMs).map(showNotice),
  alternatives,
  updatedAt: version === 0 ? null : rfc3339(updatedAtMs),
});
