// A step through the routes: what is asked, what is kept of the answer, and the least that it could cost.
import { aClient } from '#test/support/builders/clients.ts';
import type { RouteRequest } from '../world/world.ts';

/** Ids and versions that later steps need. */
export type State = Record<string, string>;

/** With DynamoDB as it is: reads together, writes in one transaction; 1 unit a 4 KB item read, 2 a 1 KB item written, 1 an index entry. */
export interface Least {
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

export interface Step {
  readonly routeId: string;
  readonly request: (state: State, round: number) => RouteRequest;
  /** What to keep of the answer. */
  readonly keep?: (answer: { id: string; machineId?: string }, etag: string) => State;
  readonly least: Least;
  /** Where the least comes from. */
  readonly why: string;
}

export const least = (requests: number, readUnits: number, writeUnits: number): Least => ({
  requests,
  readUnits,
  writeUnits,
});
export const client = (s: State) => ({ clientId: s.clientId ?? '' });
export const staff = (s: State) => ({ ...client(s), staffId: s.staffId ?? '' });
export const message = (s: State) => ({ ...client(s), messageId: s.messageId ?? '' });
export const key = (round: number, what: string) => ({ 'idempotency-key': `${what}-${round}` });

export const aMessage = (staffId: string) => ({
  staffId,
  caller: { name: 'Åsa Björk', company: 'Bygg & Fog', phone: '070-174 06 05' },
  matter: 'Ringer om offerten på taket. '.repeat(7).slice(0, 200),
  callBack: true,
});

/** Another number each round: a number belongs to one client only. */
export const benchClient = (round: number) =>
  aClient({ numbers: [{ number: `08-465 004 0${round}`, answerPhrase: 'Nordvik Bygg, välkommen!', language: 'sv' }] });
