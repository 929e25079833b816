// Secrets: what may be found nowhere but where the register of stores allows, in every form in which it may be written.
import type { DataClass } from '#lib/store.ts';
import { formatPhone, parsePhone } from '#shared/phone.ts';

export interface Secret {
  /** Whose it is: what it goes with when that is erased. */
  readonly of: string;
  /** Where it was said: `takeMessage caller.name`. */
  readonly leaf: string;
  readonly value: string;
  /** A store that holds none of these may not have it in the open. */
  readonly classes: readonly DataClass[];
}

/** A number is written in many ways; all that keep it whole. */
export function formsOf(value: string): string[] {
  const number = parsePhone(value);
  const phone = number ? [number.e164, number.e164.slice(1), formatPhone(number.e164), nationally(number.e164)] : [];
  const organisation = /^\d{6}-\d{4}$/.test(value) ? [value.replace('-', '')] : [];
  return [...new Set([value, ...phone, ...organisation])];
}

const nationally = (e164: string) => e164.replace(/^\+46/, '0');
