// E-mails and SMS as people get them: Swedish and English, full and notice, and what must never be in them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smsSize } from '#deliveries/sms-text.ts';
import { renderEmail } from '#messages/render-email.ts';
import { renderSms } from '#messages/render-sms.ts';
import type { Rendering } from '#messages/rendering.ts';
import type { MessageContent } from '#messages/schema.ts';

const aContent = (changes: Partial<MessageContent> = {}): MessageContent => ({
  caller: {
    name: 'Eva Ek',
    company: 'Ek Bygg',
    phone: '+46701740620',
    extension: '12',
    secondPhoneAsGiven: '112',
    email: 'eva@ek.example',
  },
  matter: 'Taket läcker.\nRing före fredag.',
  callBack: true,
  sensitive: false,
  ...changes,
});
const aRendering = (changes: Partial<Rendering> = {}): Rendering => ({
  content: aContent(),
  name: 'Anna-Karin Sjölund',
  language: 'sv',
  urgent: false,
  correction: false,
  takenAtMs: Date.parse('2026-11-23T09:42:00Z'),
  expiresAt: Date.parse('2027-05-22T22:30:00Z') / 1_000,
  portalUrl: 'https://portal.answeronline.example',
  ...changes,
});
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

describe('a call that was written in later', () => {
  const called = { takenAtMs: Date.parse('2026-11-22T21:10:00Z') };

  test('on the same day is told by its own hour', () => {
    const rendering = aRendering({ ...called, enteredAtMs: Date.parse('2026-11-22T22:50:00Z') });

    expect(renderEmail(rendering).subject).toBe('Nytt telefonmeddelande 22.10');
    expect(renderSms(rendering)).toMatch(/^22\.10 till Anna-Karin/);
  });

  test('on a later day is told with its date, in the subject, the SMS and a correction', () => {
    const rendering = aRendering({ ...called, enteredAtMs: Date.parse('2026-11-22T23:05:00Z') });

    expect(renderEmail(rendering).subject).toBe('Nytt telefonmeddelande 22 november 2026 22.10');
    expect(renderSms(rendering)).toMatch(/^22 november 2026 22\.10 till Anna-Karin/);
    expect(renderEmail({ ...rendering, correction: true }).subject).toBe('RÄTTELSE av 22 november 2026 22.10');
  });
});

describe('a test', () => {
  const content = aContent({ caller: {}, matter: 'Det här är ett test.', callBack: false });
  const aTest = (changes: Partial<Rendering> = {}) => aRendering({ test: true, content, ...changes });

  test('says so before anything else, in subject, heading and SMS', () => {
    const { subject, text, html } = renderEmail(aTest());

    expect(subject).toBe('Test: Nytt telefonmeddelande 10.42');
    expect(text.split('\n')[0]).toBe('Test: Telefonmeddelande');
    expect(html).toContain('<title>Test: Telefonmeddelande</title>');
    expect(renderSms(aTest())).toBe('TEST 10.42 till Anna-Karin Sjölund\nDet här är ett test.');
  });

  test('that is urgent is told as one, in English too', () => {
    const urgent = aTest({ urgent: true, language: 'en' });

    expect(renderEmail(urgent).subject).toBe('Test: Urgent telephone message 10:42');
    expect(renderSms(urgent)).toMatch(/^TEST URGENT 10:42 to /);
  });

  test('names nobody who called, and as a notice says the same', () => {
    const notice = aTest({ content: undefined });

    expect(renderEmail(aTest()).text).not.toContain('Från');
    expect(renderEmail(notice).text).toContain('Det här är ett test av hur dina meddelanden når dig. Ingen har ringt.');
    expect(renderSms(notice)).toMatch(/^Det här är ett test .*Ingen har ringt\. https:/);
  });
});

describe('an e-mail', () => {
  test('in Swedish', () => {
    const { subject, text, language } = renderEmail(aRendering());

    expect([subject, language]).toEqual(['Nytt telefonmeddelande 10.42', 'sv']);
    expect(text).toBe(
      [
        'Telefonmeddelande',
        [
          'Till: Anna-Karin Sjölund',
          'Från: Eva Ek, Ek Bygg',
          'Telefon: 070-174 06 20, anknytning 12',
          'Annat nummer: 112 (som det uppgavs)',
          'E-post: eva@ek.example',
          'Mottaget: 23 november 2026 10.42',
        ].join('\n'),
        'Vill bli uppringd',
        'Ärende:\nTaket läcker.\nRing före fredag.',
        'Mina Sidor: https://portal.answeronline.example',
        'Meddelandet raderas 23 maj 2027.\n',
      ].join('\n\n'),
    );
  });

  test('in English, urgent', () => {
    const { subject, text, html } = renderEmail(aRendering({ language: 'en', urgent: true }));

    expect(subject).toBe('Urgent telephone message 10:42');
    expect(text).toContain('Telephone: 070-174 06 20, extension 12\nOther number: 112 (as given)');
    expect(text).toContain('Taken: 23 November 2026 10:42');
    expect(lastLine(text)).toBe('This message is erased on 23 May 2027.');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<h1 style="font-size:20px;margin:0 0 16px">Urgent telephone message</h1>');
  });

  test('says the same in both parts, the date of erasure last', () => {
    const { text, html } = renderEmail(aRendering());

    const said = ['Anna-Karin Sjölund', 'Eva Ek, Ek Bygg', '070-174 06 20', 'eva@ek.example', 'Vill bli uppringd'];
    expect([...said, 'Taket läcker.'].filter((words) => !text.includes(words) || !html.includes(words))).toEqual([]);
    expect(lastLine(text)).toBe('Meddelandet raderas 23 maj 2027.');
    const words = html.replace(/<[^>]+>/g, '\n').trimEnd();
    expect(lastLine(words)).toBe('Meddelandet raderas 23 maj 2027.');
  });

  test('of somebody unknown says so and leaves out what is not there', () => {
    const { text } = renderEmail(aRendering({ name: undefined, content: aContent({ caller: {}, callBack: false }) }));

    expect(text).toContain('Från: Okänd uppringare\nMottaget: ');
    expect(text).not.toMatch(/Till|Telefon:|E-post|uppringd\n/);
  });

  test('keeps what people write out of the markup', () => {
    const evil = `<img src=x onerror="alert('1')">&`;
    const caller = { name: evil, company: evil, phoneAsGiven: evil, extension: evil, email: evil };

    const { html } = renderEmail(aRendering({ name: evil, content: aContent({ caller, matter: evil }) }));

    expect(html).not.toContain('<img');
    expect(html).not.toContain(`onerror="`);
    expect(html.split('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;').length - 1).toBe(7);
  });
});

describe('an SMS', () => {
  test('in Swedish', () => {
    expect(renderSms(aRendering())).toBe(
      [
        '10.42 till Anna-Karin Sjölund',
        'Från: Eva Ek, Ek Bygg',
        '070-174 06 20, anknytning 12 / 112 (som det uppgavs)',
        'eva@ek.example',
        'Vill bli uppringd',
        'Taket läcker.\nRing före fredag.',
      ].join('\n'),
    );
  });

  test('in English, urgent, to nobody in particular', () => {
    const text = renderSms(
      aRendering({ language: 'en', urgent: true, name: undefined, content: aContent({ caller: {} }) }),
    );

    expect(text.split('\n').slice(0, 3)).toEqual(['URGENT 10:42', 'From: Unknown caller', 'Please call back']);
  });

  test('of a short Swedish message is one part', () => {
    const content = aContent({ caller: { name: 'Åsa Öberg', phone: '+46701740620' }, matter: 'Ring före ägglunchen.' });

    expect(smsSize(renderSms(aRendering({ content })))).toEqual({ encoding: 'GSM-7', parts: 1 });
  });

  test('of a long message is three parts, the rest is to be read', () => {
    const text = renderSms(aRendering({ content: aContent({ matter: 'Taket läcker. '.repeat(280) }) }));

    expect(smsSize(text).parts).toBe(3);
    expect(text.endsWith('... Läs resten i Mina Sidor: https://portal.answeronline.example')).toBe(true);
  });

  test('never takes more than three parts', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(
        words,
        words,
        words,
        fc.string({ unit: 'grapheme', maxLength: 1_000 }),
        (name, company, to, matter) => {
          const content = aContent({ caller: { name, company, phoneAsGiven: '1'.repeat(40) }, matter });

          expect(smsSize(renderSms(aRendering({ content, name: to }))).parts).toBeLessThanOrEqual(3);
        },
      ),
    );
  });
});

describe('what must not be there', () => {
  const secret = fc.stringMatching(/^[A-Z]{12}$/);
  const contents = fc
    .record({ name: secret, company: secret, phoneAsGiven: secret, email: secret, extension: secret })
    .chain((caller) => secret.map((matter) => ({ caller, matter, callBack: true, sensitive: false })));
  const secretsIn = ({ caller, matter }: MessageContent) => [...Object.values(caller), matter ?? ''];

  test('in a subject: anything of the content, or a name', () => {
    fc.assert(
      fc.property(contents, secret, fc.boolean(), (content, name, urgent) => {
        const { subject } = renderEmail(aRendering({ content, name, urgent }));

        expect([...secretsIn(content), name].filter((word) => subject.includes(word))).toEqual([]);
      }),
    );
  });

  test.each([
    ['sv', false, 'Det finns ett nytt meddelande till dig. Läs det i Mina Sidor.'],
    ['sv', true, 'Det finns ett brådskande meddelande till dig. Läs det i Mina Sidor.'],
    ['en', false, 'There is a new message for you. Read it in Mina Sidor.'],
    ['en', true, 'There is an urgent message for you. Read it in Mina Sidor.'],
  ] as const)('in a notice (%s, urgent: %s): anything but that there is a message', (language, urgent, notice) => {
    const rendering = aRendering({ content: undefined, language, urgent });

    const { text, html } = renderEmail(rendering);
    const sms = renderSms(rendering);

    expect(sms).toBe(`${notice} https://portal.answeronline.example`);
    expect(smsSize(sms).parts).toBe(1);
    for (const part of [text, html]) {
      expect(part).toContain(notice);
      expect(part).not.toMatch(/Sjölund|Eva|Ek Bygg|Från|From|10[.:]42/);
      expect(part).toMatch(/raderas 23 maj 2027|erased on 23 May 2027/);
    }
  });

  test('in a notice to nobody in particular: that it is for you', () => {
    expect(renderSms(aRendering({ content: undefined, name: undefined }))).toMatch(
      /^Det finns ett nytt meddelande\. Läs/,
    );
  });
});
