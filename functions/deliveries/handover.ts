// Handing a rendered text to a provider: the ports, and what each answer of a provider means.
import type { DeliveryState } from '#deliveries/schema.ts';

export interface Email {
  to: string;
  subject: string;
  text: string;
  html: string;
  language: 'sv' | 'en';
}

/** What happened at the provider's door, told as a value. */
export type Handover =
  | { outcome: 'accepted'; providerId: string }
  | { outcome: 'retry' | 'failed' | 'unknown'; code: string };

/** By what the provider's receipts are known again. */
export interface Reference {
  messageId: string;
  deliveryId: string;
}

/** Sends once: never retries by itself. */
export interface Mailer {
  send(reference: Reference, email: Email): Promise<Handover>;
}

/** Sends once: never retries by itself. */
export interface Texter {
  send(to: string, text: string): Promise<Handover>;
}

/** Errors that arise before a byte of the request was written: nothing can have been accepted. */
const beforeTheWire = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/** The provider is well and says: later. Nothing was accepted. */
const later = new Set([
  'TooManyRequestsException',
  'LimitExceededException',
  'SendingPausedException',
  'MailFromDomainNotVerifiedException',
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'ThrottledRequest',
]);

/**
 * Nothing was accepted, and the next attempt may fare better: our own fault, a right, a credential or a resource that is
 * missing (401, 403, 404), or a request that did not come whole (408).
 */
const mendable = new Set([401, 403, 404, 408]);

const statusOf = (error: Error) =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0;
const codeOf = (error: Error) => (error as { code?: string }).code ?? error.name;

/**
 * The one table of what an error at the door means:
 *   before the wire, "later", or mendable → retry · any other answer 4xx → failed · 5xx, time-out, reset, anything
 *   else → unknown.
 */
export function handoverFailure(error: unknown): Handover {
  if (!(error instanceof Error)) return { outcome: 'unknown', code: 'Unknown' };
  const code = codeOf(error);
  if (beforeTheWire.has(code)) return { outcome: 'retry', code };
  const status = statusOf(error);
  if (later.has(error.name) || status === 429 || mendable.has(status)) return { outcome: 'retry', code: error.name };
  if (status >= 400 && status < 500) return { outcome: 'failed', code: error.name };
  return { outcome: 'unknown', code };
}

/** Waits before the second, third, ... attempt. After the last the delivery has failed. */
export const backoffSeconds = [5, 15, 60, 300, 900, 3600] as const;

export interface NextMove {
  state: DeliveryState;
  /** Seconds until the next attempt, where there is one. */
  waitSeconds?: number;
}

/**
 * Where a delivery goes after attempt number `attempts` (from 1). An e-mail of which nobody knows goes again ("may arrive
 * twice"); an SMS never does.
 */
export function moveAfter(channel: 'email' | 'sms', handover: Handover, attempts: number): NextMove {
  if (handover.outcome === 'accepted' || handover.outcome === 'failed') return { state: handover.outcome };
  if (handover.outcome === 'unknown' && channel === 'sms') return { state: 'unknown' };
  const waitSeconds = backoffSeconds[attempts - 1];
  if (waitSeconds !== undefined) return { state: 'queued', waitSeconds };
  return { state: handover.outcome === 'unknown' ? 'unknown' : 'failed' };
}
