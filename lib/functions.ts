// The functions as data: where each one's source stands, and what it may use of memory and time.

export interface FunctionFacts {
  /** The folder of its entry: functions/<folder>/<name>.ts. */
  readonly folder: 'api' | 'events';
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
}

/** An API function gets the processor share that makes a cold start short; the gateway itself gives up after 30 s. */
const api: FunctionFacts = { folder: 'api', memoryMb: 1024, timeoutSeconds: 15 };

export const functionFacts = {
  directory: api,
  staff: api,
  desk: api,
  access: api,
  messages: api,
  amendments: api,
  attention: api,
  agreements: api,
  /** Sets type, which is work: some hundred milliseconds of a processor. */
  documents: { ...api, memoryMb: 1769 },
  privacy: api,
  requests: api,
  findings: api,
  public: { ...api, memoryMb: 256, timeoutSeconds: 5 },
  'dispatch-deliveries': { folder: 'events', memoryMb: 512, timeoutSeconds: 30 },
  /** A register of ten thousand is read and sealed in some seconds. */
  'rebuild-directory': { folder: 'events', memoryMb: 1024, timeoutSeconds: 60 },
  'send-email': { folder: 'events', memoryMb: 512, timeoutSeconds: 30 },
  'send-sms': { folder: 'events', memoryMb: 512, timeoutSeconds: 30 },
  /** Receipts are not waited for: what costs the least. */
  'note-receipts': { folder: 'events', memoryMb: 256, timeoutSeconds: 30 },
  'forward-sms-receipts': { folder: 'events', memoryMb: 256, timeoutSeconds: 30 },
  'note-dead-letters': { folder: 'events', memoryMb: 256, timeoutSeconds: 30 },
  'send-canary-email': { folder: 'events', memoryMb: 256, timeoutSeconds: 15 },
  'send-canary-sms': { folder: 'events', memoryMb: 256, timeoutSeconds: 15 },
  tick: { folder: 'events', memoryMb: 512, timeoutSeconds: 50 },
  /** As long as Lambda lets it: what is left after a long outage is much. */
  'sweep-expired': { folder: 'events', memoryMb: 512, timeoutSeconds: 900 },
  'erase-clients': { folder: 'events', memoryMb: 512, timeoutSeconds: 900 },
  /** A whole processor: what it seals and packs is much. */
  'work-jobs': { folder: 'events', memoryMb: 1769, timeoutSeconds: 900 },
  'tend-privacy': { folder: 'events', memoryMb: 512, timeoutSeconds: 600 },
  'close-day': { folder: 'events', memoryMb: 512, timeoutSeconds: 900 },
  /** Cognito waits five seconds for a trigger. */
  'add-token-claims': { folder: 'events', memoryMb: 1024, timeoutSeconds: 5 },
} as const satisfies Record<string, FunctionFacts>;

export type FunctionName = keyof typeof functionFacts;
export const functionNames = Object.keys(functionFacts) as FunctionName[];
