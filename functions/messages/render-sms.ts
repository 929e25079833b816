// A message as an SMS: who, number, what; at most three parts, the rest is read in Mina Sidor.
import { fitSms, normalizeSms } from '#deliveries/sms-text.ts';
import { messageWords } from '#messages/message-words.ts';
import {
  callerName,
  callerPhone,
  callTimeWords,
  noticeOf,
  type Rendering,
  secondPhone,
  visible,
} from '#messages/rendering.ts';
import type { MessageContent } from '#messages/schema.ts';

/** Each part costs as much as a message: three hold some four hundred characters. */
const MAX_PARTS = 3;

/** What is left out whole, one after the other, where the head alone would be too long: no name and no number is ever cut. */
const omissions = ['email', 'secondPhone', 'to', 'company', 'callBack', 'phone', 'from'] as const;
type Omission = (typeof omissions)[number];

/** Pure. At most three parts, whatever was written. */
export function renderSms(given: Rendering): string {
  const rendering = visible(given);
  const { content, language, portalUrl } = rendering;
  if (!content) return normalizeSms(`${noticeOf(rendering)} ${portalUrl}`);
  const matter = normalizeSms(content.matter ?? '');
  const ending = normalizeSms(`... ${messageWords[language].more}: ${portalUrl}`);
  for (let count = 0; count < omissions.length; count++) {
    const head = headOf(rendering, content, new Set(omissions.slice(0, count)));
    const text = fitSms(head, matter, { ending, maxParts: MAX_PARTS, isCut: count > 0 });
    if (text !== undefined) return text;
  }
  return `${headOf(rendering, content, new Set(omissions))}\n${ending}`;
}

function headOf(rendering: Rendering, content: MessageContent, without: ReadonlySet<Omission>): string {
  const { language, name } = rendering;
  const words = messageWords[language];
  const phones = [
    without.has('phone') ? '' : callerPhone(content, language),
    without.has('secondPhone') ? '' : secondPhone(content, language),
  ];
  const lines = [
    `${timeOf(rendering)}${name && !without.has('to') ? ` ${words.to.toLowerCase()} ${name}` : ''}`,
    rendering.test || without.has('from')
      ? ''
      : `${words.from}: ${callerName(withoutCompany(content, without), language)}`,
    phones.filter(Boolean).join(' / '),
    without.has('email') ? '' : (content.caller.email ?? ''),
    content.callBack && !without.has('callBack') ? words.callBack : '',
  ];
  return normalizeSms(lines.filter((line) => line !== '').join('\n'));
}

/** A company alone is the caller's name. */
function withoutCompany(content: MessageContent, without: ReadonlySet<Omission>): MessageContent {
  const { company, ...caller } = content.caller;
  return without.has('company') && caller.name !== undefined ? { ...content, caller } : content;
}

/** `BRÅDSKANDE RÄTTELSE av 10.42`, `TEST 10.42`. */
function timeOf(rendering: Rendering): string {
  const { language, urgent, correction, test } = rendering;
  const words = messageWords[language];
  const time = callTimeWords(rendering);
  return `${test ? `${words.test} ` : ''}${urgent ? `${words.urgent} ` : ''}${correction ? words.correction(time) : time}`;
}
