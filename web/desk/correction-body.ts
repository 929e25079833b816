// A message as the form of its correction holds it, back to the body of the API, and what would be refused.
import type { Body, Message } from '#web/api/types.ts';
import { type Correction, texts } from '#web/desk/correction.ts';
import { phoneWords } from '#web/words/phones.ts';

/** What is no complete number stands as it was given. */
const phone = (number: string | null, asGiven: string | null): string =>
  number === null ? (asGiven ?? '') : phoneWords(number);

type Said = Pick<Message, 'caller' | 'matter' | 'callBack' | 'sensitive' | 'urgency'>;

export const correctionOf = ({ caller, matter, callBack, sensitive, urgency }: Said): Correction => ({
  name: caller.name ?? '',
  company: caller.company ?? '',
  phone: phone(caller.phone, caller.phoneAsGiven),
  extension: caller.extension ?? '',
  secondPhone: phone(caller.secondPhone, caller.secondPhoneAsGiven),
  email: caller.email ?? '',
  matter: matter ?? '',
  callBack,
  sensitive,
  urgent: urgency === 'urgent',
});

/** What is empty is left out: it is taken out of the message. */
export function correctionBody(correction: Correction): Body<'correctMessage'> {
  const { matter, callBack, sensitive, urgent } = correction;
  const caller = Object.fromEntries(
    texts.map((name) => [name, correction[name].trim()] as const).filter(([, text]) => text !== ''),
  );
  return {
    caller,
    ...(matter.trim() !== '' && { matter: matter.trim() }),
    callBack,
    sensitive,
    urgency: urgent ? 'urgent' : 'normal',
  };
}

/** What the API would refuse; told before it is asked, for it may be away. */
export function faultsOf({ matter, callBack, email }: Correction): ('matter' | 'email')[] {
  const faults: ('matter' | 'email')[] = [];
  if (matter.trim() === '' && !callBack) faults.push('matter');
  if (email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) faults.push('email');
  return faults;
}
