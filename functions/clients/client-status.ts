// Whether messages are taken of a client.
import * as z from 'zod/mini';

/** Of an active client messages are taken; a paused or ended one is found, but takes none. */
export const ClientStatus = () => z.enum(['active', 'paused', 'ended']);
export type ClientStatus = 'active' | 'paused' | 'ended';
