// A correction as its form holds it: what was said, as text.
import type { Body } from '#web/api/types.ts';

export interface Correction {
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  readonly extension: string;
  readonly secondPhone: string;
  readonly email: string;
  readonly matter: string;
  readonly callBack: boolean;
  readonly sensitive: boolean;
  readonly urgent: boolean;
}

export const noCorrection: Correction = {
  name: '',
  company: '',
  phone: '',
  extension: '',
  secondPhone: '',
  email: '',
  matter: '',
  callBack: false,
  sensitive: false,
  urgent: false,
};

export const texts = ['name', 'company', 'phone', 'extension', 'secondPhone', 'email'] as const;

/** As it was sent, to be written on. */
export function correctionOfBody(body: Body<'correctMessage'>): Correction {
  const { caller = {}, matter, callBack, sensitive, urgency } = body;
  const said = Object.fromEntries(texts.map((name) => [name, caller[name] ?? '']));
  return {
    ...noCorrection,
    ...said,
    matter: matter ?? '',
    callBack: callBack ?? false,
    sensitive: sensitive ?? false,
    urgent: urgency === 'urgent',
  };
}
