// Subject requests for tests: bodies as they are posted, and requests as they are kept.
import { deadlineOf, forwardByOf } from '#requests/clocks.ts';
import type { RequestContent } from '#requests/store.ts';

export const aRequestBody = (fields: object = {}) => ({
  kind: 'access',
  who: { names: ['Eva Ek'], phones: ['070-174 06 50'], emails: ['Eva.Ek@Nordvik.example'] },
  text: 'Jag vill veta vad ni har om mig.',
  contact: 'Eva Ek, Storgatan 1, 871 31 Härnösand',
  ...fields,
});

const details = {
  who: { names: ['Eva Ek'], phones: ['+46701740650'], emails: [], staffId: null },
  text: null,
  contact: null,
  notes: null,
  identityNote: null,
  instructionText: null,
  closingText: null,
};

/** Received when it is said, and known to nobody. */
export function aRequest(receivedAt: string, fields: Partial<RequestContent> = {}): RequestContent {
  const receivedAtMs = Date.parse(receivedAt);
  return {
    id: 'req_00000000000000000000000001',
    clientId: 'cli_00000000000000000000000001',
    version: 1,
    kind: 'access',
    state: 'received',
    by: 'telephone',
    loggedBy: 'usr_00000000000000000000000001',
    language: 'sv',
    loggedAtMs: receivedAtMs,
    receivedAtMs,
    forwardBy: forwardByOf(receivedAtMs),
    deadline: deadlineOf(receivedAtMs),
    keepDays: 90,
    remindedAtMs: 0,
    value: details,
    ...fields,
  };
}
