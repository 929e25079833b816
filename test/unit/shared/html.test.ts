// HTML for people: nothing that was typed in by anybody becomes a part of the page.
import { expect, test } from 'vitest';
import { html, linesOf } from '#shared/html.ts';
import { pageAnswer } from '#shared/http-event.ts';

const EVIL = `<script>alert("1")</script>&'`;

test('escapes whatever is put in, in text and in attributes', () => {
  const { text } = html`<p title="${EVIL}">${EVIL}</p>`;

  const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;';
  expect(text).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test('takes its own in as it is, one or several, and nothing for what is absent', () => {
  const items = ['å', '<'].map((name) => html`<li>${name}</li>`);

  expect(html`<ul>${items}${undefined}</ul>${html`<hr>`}`.text).toBe('<ul><li>å</li><li>&lt;</li></ul><hr>');
});

test('keeps lines apart, and escapes them', () => {
  expect(linesOf('a\n<b>').text).toBe('a<br>&lt;b&gt;');
});

test('a page may have its own style and nothing else', () => {
  const { headers } = pageAnswer(200, '<style>a{}</style><style>b{}</style>');

  // printf 'a{}' | openssl dgst -sha256 -binary | base64
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(pageAnswer(200, '<p>').headers['content-security-policy']).toContain("style-src 'none'");
});
