// The content of a message: from what was written down to what is sealed, and back to what is answered.
import { type PackedAnswer, unpackAnswer } from '#messages/answer-reference.ts';
import type { CallerInput, ContentInput, MessageContent, MessageView } from '#messages/schema.ts';
import { rfc3339 } from '#shared/clock.ts';
import { parsePhone } from '#shared/phone.ts';

/** @param placeFor says which extension has a place beside the number; a number with another stays as it was given. */
function numberAsTaken(
  given: string | null | undefined,
  placeFor: (extension: string) => boolean,
): { e164?: string; asGiven?: string; extension?: string } {
  if (!given) return {};
  const parsed = parsePhone(given);
  if (!parsed || (parsed.extension && !placeFor(parsed.extension))) return { asGiven: given.trim() };
  return { e164: parsed.e164, ...(parsed.extension && { extension: parsed.extension }) };
}

function callerContent(caller: CallerInput): MessageContent['caller'] {
  const first = numberAsTaken(caller.phone, (own) => !caller.extension || caller.extension === own);
  const second = numberAsTaken(caller.secondPhone, () => false);
  const extension = caller.extension ?? first.extension;
  return {
    ...(caller.name && { name: caller.name }),
    ...(caller.company && { company: caller.company }),
    ...(first.e164 && { phone: first.e164 }),
    ...(first.asGiven && { phoneAsGiven: first.asGiven }),
    ...(extension && { extension }),
    ...(second.e164 && { secondPhone: second.e164 }),
    ...(second.asGiven && { secondPhoneAsGiven: second.asGiven }),
    ...(caller.email && { email: caller.email }),
  };
}

/** What is sealed: absent fields are left out, to keep the item small. */
export const contentOf = (input: ContentInput, answered: readonly PackedAnswer[] = []): MessageContent => ({
  caller: callerContent(input.caller),
  ...(input.matter && { matter: input.matter }),
  callBack: input.callBack,
  sensitive: input.sensitive,
  ...(answered.length > 0 && { answered }),
});

type ContentView = Pick<MessageView, 'caller' | 'matter' | 'callBack' | 'sensitive' | 'answered'>;

const answeredView = (answered: readonly PackedAnswer[]): ContentView['answered'] =>
  answered.map(unpackAnswer).flatMap(({ atMs, rules }) => rules.map((rule) => ({ ...rule, at: rfc3339(atMs) })));

/** What is answered: every field, absent ones as null. */
export const contentView = ({ caller, matter, callBack, sensitive, answered = [] }: MessageContent): ContentView => ({
  caller: {
    name: caller.name ?? null,
    company: caller.company ?? null,
    phone: caller.phone ?? null,
    phoneAsGiven: caller.phoneAsGiven ?? null,
    extension: caller.extension ?? null,
    secondPhone: caller.secondPhone ?? null,
    secondPhoneAsGiven: caller.secondPhoneAsGiven ?? null,
    email: caller.email ?? null,
  },
  matter: matter ?? null,
  callBack,
  sensitive,
  answered: answeredView(answered),
});
