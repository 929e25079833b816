// What the adversary finds: a secret in every form, wherever it begins, and keys that were left lying about.
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { jointKey, seal } from '#shared/vault.ts';
import { copiesShelf } from '#test/support/adversary/copies.ts';
import { finderOf } from '#test/support/adversary/find-secrets.ts';

const name = 'Åke Öhman-Ek';
const phone = '070-174 06 71';

function found(part: Uint8Array | string): string[] {
  const all = new Set<string>();
  finderOf([name, phone]).find(Buffer.from(part as string), all);
  return [...all];
}

describe('a secret is found', () => {
  it.each<[string, Uint8Array | string]>([
    ['as it is', name],
    ['among other words', `Hej ${name}!`],
    ['in UTF-16', Buffer.from(`Hej ${name}`, 'utf16le')],
    ['in UTF-16 the other way round', Buffer.from(`Hej ${name}`, 'utf16le').swap16()],
    ['in hex', Buffer.from(`x${name}`).toString('hex')],
    ['in JSON of ASCII alone', '"\\u00c5ke \\u00d6hman-Ek"'],
    ['in a URL', encodeURIComponent(name)],
    ['in a form', new URLSearchParams({ name }).toString()],
    ['in gzip', gzipSync(JSON.stringify({ name }))],
    ['in gzip behind other bytes', Buffer.concat([randomBytes(9), gzipSync(name)])],
    ['in gzip in gzip', gzipSync(gzipSync(name))],
    ...['', 'a', 'ab', 'abc'].flatMap((before): [string, string][] => [
      [`in base64, ${before.length} bytes in`, Buffer.from(`${before}${name}, Ek`).toString('base64')],
      [`in base64url, ${before.length} bytes in`, Buffer.from(`${before}${name}, Ek`).toString('base64url')],
      [`in base64 of UTF-16, ${before.length} letters in`, Buffer.from(before + name, 'utf16le').toString('base64')],
    ]),
  ])('%s', (_, part) => {
    expect(found(part)).toEqual([name]);
  });

  it.each(['+46701740671', '46701740671', '0701740671', '070-174 06 71'])('as a number written %s', (written) => {
    expect(found(`ring ${written}!`)).toEqual([phone]);
  });

  it('only where it is', () => {
    expect(found(`${name.slice(0, -1)} ${phone.slice(0, -1)}`)).toEqual([]);
  });
});

describe('what was sealed is read', () => {
  const key = randomBytes(32);
  const context = { clientId: 'cli_1', recordId: 'msg_1', field: 'record', schema: 1 };
  const secrets = [{ of: 'anna', leaf: 'name', value: name, classes: [] }];
  const withSealed = () => {
    const copies = copiesShelf();
    copies.keep('records', { pk: 'STAFF', sealed: seal(key, context, { name }) });
    return copies;
  };

  it('with its key, and with no other', async () => {
    expect(await withSealed().recover(secrets, [key])).toEqual(new Set([name]));
    expect(await withSealed().recover(secrets, [randomBytes(32)])).toEqual(new Set());
  });

  it.each<[string, unknown]>([
    ['as bytes', { some: key }],
    ['in base64', `key=${key.toString('base64')};`],
    ['in base64url', JSON.stringify({ key: key.toString('base64url') })],
    ['in hex', `key ${key.toString('hex')} of somebody`],
  ])('with a key that lies in a log %s', async (_, line) => {
    const copies = withSealed();
    copies.keep('functionLogs', line);

    expect(await copies.recover(secrets, [])).toEqual(new Set([name]));
  });

  it('with the two keys that made its own, and not with one of them', async () => {
    const copies = copiesShelf();
    const other = randomBytes(32);
    copies.keep('records', { sealed: seal(jointKey(key, other), context, { name }) });

    expect(await copies.recover(secrets, [other, key])).toEqual(new Set([name]));
    expect(await copies.recover(secrets, [key])).toEqual(new Set());
  });

  it('where it is a sealed value in a text', async () => {
    const copies = copiesShelf();
    copies.keep('orderQueues', JSON.stringify({ body: Buffer.from(seal(key, context, { name })).toString('base64') }));

    expect(await copies.recover(secrets, [key])).toEqual(new Set([name]));
  });

  it('not in what others hold', async () => {
    const copies = copiesShelf();
    copies.keep('mailboxes', name);

    expect(await copies.recover(secrets, [])).toEqual(new Set());
    expect(copies.strays(secrets)).toEqual(['mailboxes: anna name']);
  });
});
