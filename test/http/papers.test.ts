// Papers through the runner, as whoever downloads them reads them: an agreement with what proves it, and a certificate.
import { beforeAll, describe, expect, test } from 'vitest';
import { untilErasure } from '#test/support/erasures.ts';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';
import { readPdf } from '#test/support/read-pdf.ts';

const COLLEAGUE = 'disa.papers@nordvik.example';

let world: HttpWorld;
let officer: string;

beforeAll(async () => {
  world = await openWorld({ legalName: 'Kvarngärdets El AB' });
  officer = await world.privacyOfficer();
  // The admin is told of what waits, and of what is done.
  expectRecipients(world.signatory.email, COLLEAGUE);
});

/** @param path without `/v1`. */
async function paperAt(path: string, token: string) {
  const answer = await fetch(`${world.runner.origin}/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes };
}

/** PDFs break long words and hashes over lines. */
const closeUp = (text: string): string => text.replace(/\s/g, '');

describe('the agreement on paper', () => {
  let agreement: Json;
  let path: string;

  beforeAll(async () => {
    const { items } = await made(world.call('GET', world.path('/agreements'), { token: officer }), 200);
    path = world.path(`/agreements/${items[0].id}`);
    agreement = await made(world.call('GET', path, { token: officer }), 200);
  });

  test('is a tagged PDF that nobody keeps a copy of on the way', async () => {
    const { status, headers, bytes } = await paperAt(`${path}/document`, world.signatory.token);

    const { marked, language, metadata } = await readPdf(bytes);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('cache-control')).toContain('no-store');
    expect({ marked, language, part: metadata.part }).toEqual({ marked: true, language: 'sv-SE', part: '1' });
  });

  test('has the text, and a page of who signed it, when, and by what it is sealed', async () => {
    const { bytes } = await paperAt(`${path}/document`, officer);

    const { text, outline } = await readPdf(bytes);
    const { signature, documentHash, seal } = agreement;
    expect(text).toContain('Kvarngärdets El AB');
    expect(outline.join()).toContain('Bevis om undertecknandet');
    for (const said of [signature.name, signature.title, signature.networkAddress]) expect(text).toContain(said);
    for (const hash of [documentHash, seal.signature]) expect(closeUp(text)).toContain(closeUp(hash));
  });

  test('is for nobody of another client', async () => {
    const stranger = await openWorld();
    const { token } = await stranger.addUser('clientAdmin');
    expectRecipients(stranger.signatory.email);

    expect((await paperAt(`${path}/document`, token)).status).toBe(404);
  });
});

describe('the certificate of an erasure on paper', () => {
  let certificate: Json;
  let path: string;

  beforeAll(async () => {
    const staffId = await world.addStaff({ name: 'Disa Ek', emails: [{ address: COLLEAGUE }] });
    const { id: messageId } = await made(world.take({ staffId, matter: 'Kanariens ärende' }));
    await world.untilDone(messageId);
    const body = { what: 'message', messageId, why: 'complaint' };
    const { id } = await made(world.call('POST', world.path('/erasures'), { token: officer, body }));
    const confirmation = { token: world.signatory.token, body: {} };
    await made(world.call('POST', world.path(`/erasures/${id}/confirmation`), confirmation), 200);
    const { certificateId } = await untilErasure(world, id, ['done'], { token: officer });
    path = world.path(`/certificates/${certificateId}`);
    certificate = await made(world.call('GET', path, { token: officer }), 200);
  });

  test('has what was erased, and to the letter what is signed and by what', async () => {
    const { status, bytes } = await paperAt(`${path}/document`, world.signatory.token);

    const { text, language } = await readPdf(bytes);
    expect([status, language]).toEqual([200, 'sv-SE']);
    expect(text).toContain(world.clientId);
    for (const said of [certificate.certificate, certificate.signature, certificate.publicKey])
      expect(closeUp(text)).toContain(closeUp(said));
    expect(text).not.toMatch(/Kanarie|Disa/);
  });

  test('is in English where it is asked for so', async () => {
    const { bytes } = await paperAt(`${path}/document?language=en`, officer);

    const { language, text } = await readPdf(bytes);
    expect(language).toBe('en-GB');
    expect(text).toContain('Erasure log');
  });
});
