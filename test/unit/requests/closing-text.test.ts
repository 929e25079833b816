// What a person is answered: whole letters in both languages, for each kind and each end.
import { describe, expect, test } from 'vitest';
import { closingText, extensionText } from '#requests/closing-text.ts';
import { outcomes, requestKinds } from '#requests/codes.ts';
import { aRequest } from '#test/support/builders/requests.ts';

const RECEIVED = '2026-11-03T10:00:00Z';
const request = aRequest(RECEIVED);
const controller = 'Kvarngärdets El';
const answered = outcomes.filter((outcome) => outcome !== 'mistaken');
const cases = requestKinds.flatMap((kind) => answered.map((outcome) => ({ kind, outcome })));

describe.each(['sv', 'en'] as const)('in %s', (language) => {
  test.each(cases)('a request for $kind that ends as $outcome is answered with a whole letter', ({ kind, outcome }) => {
    const text = closingText({ ...request, kind }, { outcome, language, signature: controller }) ?? '';
    const own = closingText({ ...request, kind, clientId: 'service' }, { outcome, language, signature: null }) ?? '';

    for (const letter of [text, own]) {
      expect(letter).not.toMatch(/undefined|null|\$\{|\[object/);
      expect(letter).toContain(language === 'sv' ? '3 november 2026' : '3 November 2026');
      expect(letter).toContain('90');
      expect(letter.includes('imy.se')).toBe(outcome !== 'withdrawn');
    }
    expect(text.endsWith(controller)).toBe(true);
    expect(own).not.toContain(controller);
  });

  test('what was logged by mistake is answered to nobody', () => {
    expect(closingText(request, { outcome: 'mistaken', language, signature: controller })).toBeNull();
  });

  test('a restriction says how it is done by hand', () => {
    const text = closingText(
      { ...request, kind: 'restriction' },
      { outcome: 'carriedOut', language, signature: controller },
    );

    expect(text).toContain(language === 'sv' ? 'begränsningen görs för hand' : 'it is done by hand');
    expect(text).toContain(language === 'sv' ? 'lagras fortfarande' : 'still stored');
    expect(text).toContain(language === 'sv' ? 'artikel 18.2' : 'Article 18(2)');
  });

  test('an erasure says when backups cannot bring the keys back, and that informing recipients is a duty', () => {
    const text = closingText(
      { ...request, kind: 'erasure' },
      { outcome: 'carriedOut', language, signature: controller },
    );

    expect(text).toContain(language === 'sv' ? 'inom 25 timmar' : 'Within 25 hours');
    expect(text).toContain(language === 'sv' ? 'skyldiga att underrätta' : 'obliged to tell the recipients');
  });
});

test('an access report is handed over with these words', () => {
  expect(closingText(request, { outcome: 'carriedOut', language: 'sv', signature: controller })).toBe(
    `Du har bett Kvarngärdets El om ett registerutdrag, det vill säga tillgång till dina personuppgifter (artikel 15 i dataskyddsförordningen). Din begäran kom in den 3 november 2026.

Med det här svaret får du en kopia av uppgifterna om dig i vår telefonpassning, med upplysningar om varför de behandlas, vilka som får dem, hur länge de finns kvar och vilka rättigheter du har. Sådant som handlar om andra personer kan vara utelämnat; det syns i så fall på platsen.

Om du inte är nöjd kan du klaga hos Integritetsskyddsmyndigheten (imy.se) eller vända dig till domstol.

Vi sparar din begäran i 90 dagar efter det här svaret. Sedan raderas den.

Vänliga hälsningar
Kvarngärdets El`,
  );
});

test('a refusal gives the reason that the client has given', () => {
  const reason = 'Uppgifterna behövs för en tvist.';
  const refused = { ...request, value: { ...request.value, instructionText: reason } };

  expect(closingText(refused, { outcome: 'refused', language: 'sv', signature: controller })).toContain(
    `följande:\n${reason}`,
  );
  expect(closingText(refused, { outcome: 'refused', language: 'en', signature: controller })).toContain(
    `this:\n${reason}`,
  );
});

test('an extension is told with its reason and the new day', () => {
  const extension = { by: 'usr_1', atMs: Date.parse(RECEIVED), months: 2, why: 'number' as const };
  const extended = { ...request, extension, deadline: '2027-02-03' };

  expect(extensionText(request, { language: 'sv', signature: controller })).toBeNull();
  expect(extensionText(extended, { language: 'sv', signature: controller })).toContain(
    'eftersom vi har fått många begäranden (artikel 12.3). Du får vårt svar senast den 3 februari 2027.',
  );
  expect(extensionText(extended, { language: 'en', signature: controller })).toContain(
    'because we have received many requests (Article 12(3)). You will have our answer by 3 February 2027.',
  );
});
