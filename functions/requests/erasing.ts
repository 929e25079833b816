// The erasure that is asked for on a request: one at a time, taken back by what takes its ground away, and not to be stopped once it is confirmed.
import type { RequestRow } from '#requests/store.ts';
import { toSeconds } from '#shared/clock.ts';
import { recordKeys, ttlAttribute } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

/** On the request from the asking to the certificate, or until it is withdrawn. What was found stands fast as long. */
export interface Erasing {
  id: string;
  isConfirmed: boolean;
}

type Of = Pick<RequestRow, 'clientId' | 'id'>;

/** How long an erasure that was withdrawn is told of. */
export const WITHDRAWN_SECONDS = 366 * 24 * 60 * 60;

/** For the transaction that asks for it: refused where another is asked for, or the request has changed since it was read. */
export const askErasing = ({ clientId, id, version }: Of & Pick<RequestRow, 'version'>, erasureId: string): Write => ({
  table: 'records',
  update: recordKeys.request(clientId, id),
  change: 'SET erasing = :erasing, #version = #version + :one',
  condition: {
    expression: '#version = :version AND attribute_not_exists(erasing)',
    names: { '#version': 'version' },
    values: { ':erasing': { id: erasureId, isConfirmed: false } satisfies Erasing, ':version': version, ':one': 1 },
  },
});

/** For the transaction that confirms it: refused where the request is not being prepared any more, or asks for another. */
export const confirmErasing = ({ clientId, id }: Of, erasureId: string): Write => ({
  table: 'records',
  update: recordKeys.request(clientId, id),
  change: 'SET erasing.isConfirmed = :yes, #version = #version + :one',
  condition: {
    expression: 'erasing.id = :erasure AND #state = :preparing',
    names: { '#version': 'version', '#state': 'state' },
    values: { ':erasure': erasureId, ':preparing': 'preparing', ':yes': true, ':one': 1 },
  },
});

/** For the transaction that withdraws the erasure. */
export const endErasing = ({ clientId, id }: Of, erasureId: string): Write => ({
  table: 'records',
  update: recordKeys.request(clientId, id),
  change: 'SET #version = #version + :one REMOVE erasing',
  condition: {
    expression: 'erasing.id = :erasure',
    names: { '#version': 'version' },
    values: { ':erasure': erasureId, ':one': 1 },
  },
});

/** For the transaction of what is decided about findings: refused once an erasure of them is asked for. */
export const nothingErasing = ({ clientId, id }: Of): Write => ({
  table: 'records',
  check: recordKeys.request(clientId, id),
  condition: { expression: 'attribute_exists(pk) AND attribute_not_exists(erasing)' },
});

/** For the transaction of a step that takes the ground from under it. 2 units, and 1 for the list. Refused where somebody has confirmed it. */
export function takenBackErasing(
  { clientId, erasing }: Pick<RequestRow, 'clientId' | 'erasing'>,
  nowMs: number,
): Write[] {
  if (!erasing) return [];
  return [
    {
      table: 'records',
      update: recordKeys.erasure(clientId, erasing.id),
      change:
        'SET #state = :withdrawn, withdrawn = :because, #ttl = :ttl, #version = #version + :one REMOVE listPk, listSk',
      condition: {
        expression: '#state IN (:counting, :asked)',
        names: { '#state': 'state', '#ttl': ttlAttribute, '#version': 'version' },
        values: {
          ':withdrawn': 'withdrawn',
          ':because': { because: 'requestChanged', atMs: nowMs },
          ':counting': 'counting',
          ':asked': 'asked',
          ':ttl': toSeconds(nowMs) + WITHDRAWN_SECONDS,
          ':one': 1,
        },
      },
    },
  ];
}
