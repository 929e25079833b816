// Request bodies of messages.
import type * as z from 'zod/mini';
import type { MessageInput } from '#messages/schema.ts';

export type MessageBody = z.input<ReturnType<typeof MessageInput>>;

/** 200 characters, as an operator writes them down. */
export const MATTER =
  'Eva undrar om takpannorna på Storgatan 3 kommer på torsdag som det var sagt. Hon är hemma efter klockan fyra och vill att någon ringer henne före fredag morgon, annars måste hon boka av ställningarna.';

export const aMessage = (changes: Partial<MessageBody> = {}): MessageBody => ({
  caller: { name: 'Eva Ek', company: 'Ek Bygg', phone: '070-174 06 20', email: 'eva@ek.example' },
  matter: MATTER,
  ...changes,
});
