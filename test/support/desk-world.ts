// A client with everything that its desk shows, on an engine of its own; and an operator who looks at it.
import {
  type AnsweringContent,
  answeringReads,
  changedAnswering,
  EMPTY_ANSWERING,
  openAnswering,
} from '#clients/answering.ts';
import type { AnsweringDetails } from '#clients/answering-schema.ts';
import type { Desk } from '#desk/desk-schema.ts';
import type { Engine } from '#test/support/engine.ts';
import type { Answered, Call } from '#test/support/http-call.ts';
import { type MessagesWorld, messagesWorld } from '#test/support/messages-world.ts';

export const DESK = 'GET /v1/clients/{clientId}/desk';

export interface DeskWorld extends MessagesWorld {
  clientId: string;
  /** How calls are answered from now on. */
  say(details: Partial<AnsweringDetails>, alternatives?: readonly string[]): Promise<AnsweringContent>;
  /** Sets the clock, on or back: RFC 3339. */
  goTo(time: string): void;
  /** As an operator, unless other claims are given. */
  look(call?: Partial<Call>): Promise<Answered<Desk>>;
}

const numbers = [
  { number: '08-465 004 01', answerPhrase: 'Nordvik Bygg, god dag!', language: 'sv' as const },
  { number: '08-465 004 02', answerPhrase: 'Nordvik Bygg, good day!', language: 'en' as const },
  { number: '08-465 004 03', answerPhrase: null, language: 'sv' as const },
];

export async function deskWorld(engine: Engine, retentionMonths = 6): Promise<DeskWorld> {
  const world = await messagesWorld(engine, retentionMonths);
  const clientId = (await world.aClient({ numbers })).body.id;
  // The other key of the service: made by the first request that seals a reference or a cursor.
  await world.app.serviceKeys.get('cursor');
  return {
    ...world,
    clientId,
    async say(details, alternatives = []) {
      const { app } = world;
      const before = openAnswering(await app.db.read(answeringReads(clientId)), clientId);
      const content = {
        clientId,
        version: before?.version ?? 0,
        updatedAtMs: app.clock.nowMs(),
        value: { ...EMPTY_ANSWERING, ...details },
        alternatives,
      };
      await app.db.commit(changedAnswering(content, before?.keys).writes);
      return content;
    },
    goTo: (time) => world.clock.advance(Date.parse(time) - world.clock.nowMs()),
    look: (call) => world.directory<Desk>(DESK, { claims: world.operator, params: { clientId }, ...call }),
  };
}
