// A message as an SMS: who, number, what; at most three parts, the rest is read in Mina Sidor.
import { fitSms, normalizeSms } from '#deliveries/sms-text.ts';
import { messageWords, timeWords } from '#messages/message-words.ts';
import { callerName, callerPhone, type Rendering, secondPhone } from '#messages/rendering.ts';

/** Each part costs as much as a message: three hold some four hundred characters. */
const MAX_PARTS = 3;

/** Pure. */
export function renderSms(rendering: Rendering): string {
  const { content, name, language, urgent, takenAtMs, portalUrl } = rendering;
  const words = messageWords[language];
  if (!content) {
    const notice = urgent ? words.noticeUrgent : name ? words.notice : words.noticeFor;
    return normalizeSms(`${notice} ${portalUrl}`);
  }
  const phones = [callerPhone(content, language), secondPhone(content, language)].filter(Boolean).join(' / ');
  const lines = [
    `${urgent ? `${words.urgent} ` : ''}${timeWords(takenAtMs, language)}${name ? ` ${words.to.toLowerCase()} ${name}` : ''}`,
    `${words.from}: ${callerName(content, language)}`,
    phones,
    content.caller.email ?? '',
    content.callBack ? words.callBack : '',
    content.matter ?? '',
  ];
  const text = normalizeSms(lines.filter((line) => line !== '').join('\n'));
  return fitSms(text, normalizeSms(`... ${words.more}: ${portalUrl}`), MAX_PARTS);
}
