// Faults that a person or a test asks the providers to show.
/** `…-after-accept`: it was taken, and the sender does not hear of that. From `bounce` and `undelivered` on: by receipts. */
export const faultNames = {
  email: [
    'throttle',
    '500',
    'timeout-after-accept',
    'reset-after-accept',
    '500-after-accept',
    'bounce',
    'soft-bounce',
    'complaint',
    'delay',
    'reject',
    'no-receipt',
  ],
  sms: [
    'throttle',
    'reject',
    'timeout-after-accept',
    'reset-after-accept',
    '500-after-accept',
    'undelivered',
    'carrier-only',
    'no-receipt',
  ],
} as const;

export type Provider = keyof typeof faultNames;
export type Fault<P extends Provider = Provider> = (typeof faultNames)[P][number];

export interface Faults {
  /** null ends it; without a count it lasts until then. */
  set(provider: Provider, fault: Fault | null, count: number | undefined): void;
  /** What the provider is to do with this one call. */
  next<P extends Provider>(provider: P): Fault<P> | null;
  shown(): Record<Provider, { fault: Fault; left: number | null } | null>;
}

export function openFaults(): Faults {
  const set: Record<Provider, { fault: Fault; left: number } | null> = { sms: null, email: null };
  return {
    set(provider, fault, count = Number.POSITIVE_INFINITY) {
      set[provider] = fault === null ? null : { fault, left: count };
    },
    next<P extends Provider>(provider: P) {
      const current = set[provider];
      if (!current) return null;
      current.left -= 1;
      if (current.left <= 0) set[provider] = null;
      return current.fault as Fault<P>;
    },
    shown() {
      const show = (provider: Provider) => {
        const current = set[provider];
        return current && { fault: current.fault, left: Number.isFinite(current.left) ? current.left : null };
      };
      return { sms: show('sms'), email: show('email') };
    },
  };
}
