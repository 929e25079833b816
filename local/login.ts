// The login pages of the local OpenID provider: an address, the one password, in Swedish or English.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Accounts, LOCAL_PASSWORD } from '#local/accounts.ts';
import { readBody } from '#local/gateway.ts';
import type { OidcProvider } from '#local/oidc.ts';
import { page } from '#local/page.ts';

const words = {
  sv: {
    title: 'Logga in',
    lead: 'Lokal inloggning. Lösenordet är <code>local</code>.',
    email: 'E-postadress',
    password: 'Lösenord',
    submit: 'Logga in',
    wrong: 'Fel e-postadress eller lösenord.',
    gone: 'Inloggningen har gått ut. Börja om från sidan du kom ifrån.',
  },
  en: {
    title: 'Sign in',
    lead: 'Local sign-in. The password is <code>local</code>.',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'Wrong e-mail address or password.',
    gone: 'This sign-in has ended. Start again from the page you came from.',
  },
};
type Words = (typeof words)['sv'];

export async function serveLogin(
  request: IncomingMessage,
  response: ServerResponse,
  { provider }: OidcProvider,
  accounts: Accounts,
): Promise<void> {
  const lang = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'sv';
  const text = words[lang];
  const show = (status: number, body: string) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(page({ lang, title: text.title, body }));
  };
  try {
    await provider.interactionDetails(request, response);
  } catch {
    return show(400, `<main class="card alone narrow"><h1>${text.title}</h1><p>${text.gone}</p></main>`);
  }
  if (request.method !== 'POST') return show(200, form(text, accounts, false));
  const fields = new URLSearchParams((await readBody(request))?.toString() ?? '');
  const account = accounts.byEmail(fields.get('email') ?? '');
  if (!account || fields.get('password') !== LOCAL_PASSWORD) return show(401, form(text, accounts, true));
  await provider.interactionFinished(request, response, { login: { accountId: account.sub } });
}

function form(text: Words, accounts: Accounts, wrong: boolean): string {
  const options = accounts.list().map(({ attributes }) => `<option value="${escaped(attributes.email ?? '')}">`);
  return `<main class="card alone narrow"><h1>${text.title}</h1><p>${text.lead}</p>
${wrong ? `<p class="warn" role="alert">${text.wrong}</p>` : ''}
<form method="post">
<label>${text.email}<input name="email" type="email" list="people" autocomplete="username" required autofocus></label>
<datalist id="people">${options.join('')}</datalist>
<label>${text.password}<input name="password" type="password" autocomplete="current-password" required></label>
<button>${text.submit}</button>
</form></main>`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
