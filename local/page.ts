// The runner's pages for people: the frame they share, the landing page, the files of /dev.
import { readFileSync } from 'node:fs';

const file = (name: string) => readFileSync(new URL(`./pages/${name}`, import.meta.url), 'utf8');

export function page({
  lang,
  title,
  body,
  style = '',
  script,
}: {
  lang: string;
  title: string;
  body: string;
  style?: string;
  script?: string;
}): string {
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title} – AnswerOnline</title>
<style>${file('page.css')}${style}</style></head>
<body>${body}${script ? `<script type="module">${script}</script>` : ''}</body></html>`;
}

export const devPage = (): string =>
  page({
    lang: 'sv',
    title: 'Utveckling',
    body: file('dev.html'),
    style: file('dev.css'),
    script: file('dev.js'),
  });

export interface Address {
  readonly name: string;
  readonly url: string;
}

export function landingPage(addresses: readonly Address[]): string {
  const rows = addresses.map(
    ({ name, url }) => `<tr><th scope="row">${name}</th><td><a href="${url}">${url}</a></td></tr>`,
  );
  return page({
    lang: 'sv',
    title: 'AnswerOnline',
    body: `<main class="card alone"><h1>AnswerOnline</h1><p>Den lokala körningen är igång. Portalen kommer här.</p>
<table>${rows.join('')}</table></main>`,
  });
}
