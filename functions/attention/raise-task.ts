// Raises a task without a message: one for each matter of each thing, however often it is raised.
import { createHash } from 'node:crypto';
import type { TaskMatter } from '#attention/matters.ts';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import { recordTtl } from '#shared/retention.ts';
import { listKeys, recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

export interface Raised {
  /** Whom it is about; SERVICE: ourselves. */
  clientId: string;
  about: TaskMatter;
  /** A request, an agreement, an erasure, …: its id. */
  refId: string;
}

/** A year: what nobody has looked at by then nobody will. */
const STANDS_MS = 366 * 24 * 60 * 60 * 1000;

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_LENGTH = 16;

/** With the time of what it is about, and the rest made of both: raised again it is the same. */
export function matterTaskId({ about, refId }: Omit<Raised, 'clientId'>): string {
  const bytes = createHash('sha256').update(`${about} ${refId}`).digest().subarray(0, RANDOM_LENGTH);
  const rest = [...bytes].map((byte) => DIGITS[byte % DIGITS.length]).join('');
  return `tsk_${refId.slice(refId.indexOf('_') + 1).slice(0, -RANDOM_LENGTH)}${rest}`;
}

/**
 * One write in the transaction of what it tells about: 2 units, and 2 for the index. One that stands open stays whose it is;
 * one that is done is open again.
 */
export function raiseTask(app: App, { clientId, about, refId }: Raised): Write[] {
  const nowMs = app.clock.nowMs();
  const id = matterTaskId({ about, refId });
  const expiresAt = toSeconds(nowMs + STANDS_MS);
  const fields = {
    kind: 'task',
    reason: about,
    clientId,
    refId,
    state: 'open',
    expiresAt,
    ttl: recordTtl(expiresAt),
    listPk: listKeys.tasks('open'),
    listSk: id,
  };
  const names = Object.keys(fields);
  return [
    {
      table: 'records',
      update: recordKeys.task(id),
      change: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}, createdAtMs = if_not_exists(createdAtMs, :now) REMOVE doneBy, doneAtMs`,
      condition: {
        expression: 'attribute_not_exists(pk) OR refId = :refId',
        names: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        values: {
          ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
          ':now': nowMs,
        },
      },
    },
  ];
}
