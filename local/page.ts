// The runner's pages for people: the frame they share, and /dev with where everything is.
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

export const devPage = (addresses: readonly Address[]): string =>
  page({
    lang: 'sv',
    title: 'Utveckling',
    body: file('dev.html').replace('<!-- addresses -->', addressTable(addresses)),
    style: file('dev.css'),
    script: file('dev.js'),
  });

export interface Address {
  readonly name: string;
  readonly url: string;
}

function addressTable(addresses: readonly Address[]): string {
  const rows = addresses.map(
    ({ name, url }) => `<tr><th scope="row">${name}</th><td><a href="${url}">${url}</a></td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}
