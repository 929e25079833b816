// A message as an e-mail: subject without personal data, text and HTML, and a last line that says when it is erased.
import type { Email } from '#deliveries/handover.ts';
import { dateWords, messageWords, timeWords } from '#messages/message-words.ts';
import {
  callerName,
  callerPhone,
  callTimeWords,
  noticeOf,
  type Rendering,
  secondPhone,
  visible,
} from '#messages/rendering.ts';
import { escapeHtml } from '#shared/html.ts';

interface Row {
  label: string;
  value: string;
}

/** Rows of label and value, in the order they are read; nothing of the content in a notice. */
function rowsOf({ content, name, language, takenAtMs, test }: Rendering): Row[] {
  const words = messageWords[language];
  const row = (label: string, value: string | undefined): Row[] => (value ? [{ label, value }] : []);
  if (!content) return [];
  return [
    ...row(words.to, name),
    ...row(words.from, test ? undefined : callerName(content, language)),
    ...row(words.phone, callerPhone(content, language)),
    ...row(words.secondPhone, secondPhone(content, language)),
    ...row(words.email, content.caller.email),
    ...row(words.taken, `${dateWords(takenAtMs, language)} ${timeWords(takenAtMs, language)}`),
  ];
}

/** Sentences that stand alone: the notice, or the wish to be called. */
function sentencesOf(rendering: Rendering): string[] {
  const { content, language } = rendering;
  if (content) return content.callBack ? [messageWords[language].callBack] : [];
  return [noticeOf(rendering)];
}

/** `RÄTTELSE av 10.42`; of a notice the sentence below it says so. */
function headingOf(rendering: Rendering): string {
  const { content, language, urgent, correction, test } = rendering;
  const words = messageWords[language];
  if (test) return words.testSubject(urgent ? words.urgentSubject : words.heading);
  if (!correction || !content) return urgent ? words.urgentSubject : words.heading;
  return `${urgent ? `${words.urgent} ` : ''}${words.correction(callTimeWords(rendering))}`;
}

/** Words of our own and a time: nothing that anybody wrote. */
function subjectOf(rendering: Rendering): string {
  const { language, urgent, correction, test } = rendering;
  const words = messageWords[language];
  const time = callTimeWords(rendering);
  if (test) return `${words.testSubject(urgent ? words.urgentSubject : words.subject)} ${time}`;
  if (correction) return `${urgent ? `${words.urgent} ` : ''}${words.correction(time)}`;
  return `${urgent ? words.urgentSubject : words.subject} ${time}`;
}

/** Unbroken text breaks anywhere rather than push the page wide. */
const wrap = 'overflow-wrap:anywhere;word-break:break-word';
const font =
  'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a';

function htmlOf(rendering: Rendering, rows: readonly Row[], erased: string): string {
  const { content, language, portalUrl } = rendering;
  const words = messageWords[language];
  const heading = headingOf(rendering);
  const tableRows = rows.map(
    ({ label, value }) =>
      `<tr><th align="left" valign="top" style="padding:2px 16px 2px 0;font-weight:600">${escapeHtml(label)}</th><td dir="auto" style="${wrap}">${escapeHtml(value)}</td></tr>`,
  );
  const matter = content?.matter && escapeHtml(content.matter).replaceAll('\n', '<br>');
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${heading}</title></head>`,
    `<body style="margin:0;padding:24px;max-width:640px;${font}">`,
    `<h1 style="font-size:20px;margin:0 0 16px">${heading}</h1>`,
    rows.length > 0
      ? `<table role="presentation" cellpadding="0" cellspacing="0" style="${font}">${tableRows.join('')}</table>`
      : '',
    ...sentencesOf(rendering).map((sentence) => `<p><strong>${escapeHtml(sentence)}</strong></p>`),
    matter ? `<p dir="auto" style="border-left:3px solid #999;padding-left:12px;${wrap}">${matter}</p>` : '',
    `<p><a href="${escapeHtml(portalUrl)}">${words.portal}</a></p>`,
    `<p style="color:#555;font-size:14px">${escapeHtml(erased)}</p>`,
    '</body></html>',
  ].join('\n');
}

function textOf(rendering: Rendering, rows: readonly Row[], erased: string): string {
  const { content, language, portalUrl } = rendering;
  const words = messageWords[language];
  const blocks = [
    headingOf(rendering),
    rows.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ...sentencesOf(rendering),
    content?.matter ? `${words.matter}:\n${content.matter}` : '',
    `${words.portal}: ${portalUrl}`,
    erased,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Pure. The recipient's address is added by the sender. */
export function renderEmail(given: Rendering): Omit<Email, 'to'> {
  const rendering = visible(given);
  const { language, expiresAt } = rendering;
  const words = messageWords[language];
  const erased = words.erased(dateWords(expiresAt * 1000, language));
  const rows = rowsOf(rendering);
  return {
    subject: subjectOf(rendering),
    text: textOf(rendering, rows, erased),
    html: htmlOf(rendering, rows, erased),
    language,
  };
}
