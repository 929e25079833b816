// Handing a rendered text to a provider: the ports, and what each answer of a provider means.
import { errorMeaning, writtenCode } from '#deliveries/outcomes.ts';
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

/** What an error at the door means: see outcomes.ts, row by row. */
export function handoverFailure(error: unknown): Handover {
  if (!(error instanceof Error)) return { outcome: 'unknown', code: 'Unknown' };
  const { code, $metadata, name } = error as { code?: string; $metadata?: { httpStatusCode?: number }; name: string };
  const status = $metadata?.httpStatusCode ?? 0;
  // Where nothing was answered the network's code says more than the name `Error`.
  const said = status === 0 ? (code ?? name) : name;
  return { outcome: errorMeaning(said, status), code: writtenCode(said) };
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
