// What a message may be: how urgent, and whether somebody has seen to it.
export const urgencies = ['normal', 'urgent'] as const;
export const messageStates = ['open', 'handled'] as const;
