// The page for callers: who keeps what they said, why, for how long, and what they may ask for. Swedish, then English.
import { isPersonalNumber } from '#clients/personal-number.ts';
import { type NoticeOf, noticeWords, retentionOf, retentionWords } from '#desk/caller-notice.ts';
import { noticePageWords } from '#desk/caller-notice-words.ts';
import type { Language } from '#shared/fields.ts';
import { Html, html, linesOf } from '#shared/html.ts';
import { formatPhone } from '#shared/phone.ts';

const AUTHORITY_URL = 'https://www.imy.se/';

const style = new Html(`
:root { color-scheme: light dark }
body { margin: 0; font: 1.0625rem/1.55 system-ui, sans-serif }
main { max-width: 40rem; margin: 0 auto; padding: 1rem 1rem 3rem; overflow-wrap: anywhere }
h1 { font-size: 1.6rem; line-height: 1.25 }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .3rem }
p { margin: .3rem 0 }
article + article { margin-top: 3rem; padding-top: 1.5rem; border-top: 1px solid }
`);

export const callerNoticePage = (of: NoticeOf): string =>
  html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${noticePageWords.sv.title(of.client.value.name)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p><a href="#en" lang="en">In English</a></p>
${article(of, 'sv')}
${article(of, 'en')}
</main>
</body>
</html>
`.text;

function article(of: NoticeOf, language: Language): Html {
  const words = noticePageWords[language];
  const { name } = of.client.value;
  const kept = retentionWords(retentionOf(of), language);
  return html`<article id="${language}" lang="${language}">
<h1>${words.title(name)}</h1>
<p>${linesOf(noticeWords(of, language))}</p>
<h2>${words.controller}</h2>
${controller(of, language)}
<h2>${words.purpose}</h2>
<p>${linesOf(of.notice?.purpose[language] ?? words.defaultPurpose)}</p>
<h2>${words.data}</h2>
<p>${words.dataKept}</p>
<h2>${words.howLong}</h2>
<p>${words.kept(kept)}</p>
<p>${words.copies}</p>
<h2>${words.rights}</h2>
<p>${words.yourRights(name)}</p>
<p>${words.complaint} <a href="${AUTHORITY_URL}">${words.authority}</a>.</p>
<h2>${words.contact}</h2>
${contact(of, language)}
</article>`;
}

/** A sole trader's organisation number is a personal number: it stands on no page. */
function controller({ client }: NoticeOf, language: Language): Html {
  const words = noticePageWords[language];
  const { name, legalName, organisationNumber } = client.value;
  const number = organisationNumber && !isPersonalNumber(organisationNumber) ? organisationNumber : undefined;
  return html`<p>${words.isController(legalName ?? name)}${number && ` ${words.organisationNumber}: ${number}.`}</p>
<p>${words.processor(name)}</p>`;
}

/** Of any other scheme it would be code. */
const isWebAddress = (web: string) => /^https?:\/\//i.test(web);

function contact({ client, notice }: NoticeOf, language: Language): Html {
  const words = noticePageWords[language];
  const { email, phone, address, web } = notice?.contact ?? { email: null, phone: null, address: null, web: null };
  const ways = [
    email && html`<p>${words.email}: <a href="mailto:${email}">${email}</a></p>`,
    phone && html`<p>${words.phone}: <a href="tel:${phone}">${formatPhone(phone)}</a></p>`,
    address && html`<p>${words.address}:<br>${linesOf(address)}</p>`,
    web && html`<p>${words.web}: ${isWebAddress(web) ? html`<a href="${web}">${web}</a>` : web}</p>`,
  ].filter((way) => way instanceof Html);
  return ways.length > 0 ? html`${ways}` : html`<p>${words.noContact(client.value.name)}</p>`;
}
