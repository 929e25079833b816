// What a stand-in of a provider does with a request: it answers, falls silent, or breaks the connection.
import type { ObjectReply, QueueReply } from '#local/queues.ts';

/** It has taken the request, and never answers. */
export const NO_ANSWER = 'no answer';
/** It has taken the request, and breaks the connection. */
export const RESET = 'reset';

export type Reply = QueueReply | ObjectReply | typeof NO_ANSWER | typeof RESET;
