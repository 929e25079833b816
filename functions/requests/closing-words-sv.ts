// What a person is answered, in Swedish.
import type { ClosingWords } from '#requests/closing-words.ts';

const HANDED_ON =
  'Den som redan har fått uppgifterna, till exempel i ett meddelande, kan ha dem kvar hos sig. Vi underrättar mottagarna om det inte är omöjligt eller oproportionellt betungande (artikel 19), och talar om vilka de är om du frågar.';

export const closingWordsSv: ClosingWords = {
  asked: {
    access:
      'ett registerutdrag, det vill säga tillgång till dina personuppgifter (artikel 15 i dataskyddsförordningen)',
    rectification: 'att få dina personuppgifter rättade (artikel 16 i dataskyddsförordningen)',
    erasure: 'att få dina personuppgifter raderade (artikel 17 i dataskyddsförordningen)',
    restriction: 'att behandlingen av dina personuppgifter ska begränsas (artikel 18 i dataskyddsförordningen)',
    portability: 'att få ut dina personuppgifter i ett format som går att flytta (artikel 20 i dataskyddsförordningen)',
    objection: 'att vi ska sluta behandla dina personuppgifter (artikel 21 i dataskyddsförordningen)',
  },
  opening: (ask, { controller, received }) =>
    `Du har bett ${controller ?? 'oss'} om ${ask}. Din begäran kom in den ${received}.`,
  carriedOut: {
    access: (isService) =>
      `Med det här svaret får du en kopia av uppgifterna om dig ${isService ? 'hos oss' : 'i vår telefonpassning'}, med upplysningar om varför de behandlas, vilka som får dem, hur länge de finns kvar och vilka rättigheter du har. Sådant som handlar om andra personer kan vara utelämnat; det syns i så fall på platsen.`,
    rectification: () => `Uppgifterna är rättade. ${HANDED_ON}`,
    erasure: () =>
      `Uppgifterna är raderade: posterna är borttagna och krypteringsnycklarna till dem är förstörda, så att de inte går att återskapa ens ur säkerhetskopior. ${HANDED_ON}`,
    restriction: (isService) =>
      [
        'Behandlingen är nu begränsad. Det görs för hand, så här:',
        ...(isService
          ? ['– Ditt konto är avstängt, och ingen använder uppgifterna i det.']
          : [
              '– Telefonisterna har en skriftlig instruktion att inte använda, lämna ut eller ta emot nya uppgifter om dig.',
              '– Finns du i personalregistret är din post märkt som skyddad, så att bara de som måste kan läsa den, och du får inga meddelanden.',
              '– Meddelanden där du nämns öppnas, ändras och skickas inte vidare.',
            ]),
        '– Det som annars skulle ha raderats medan begränsningen gäller har vi sparat som en förseglad kopia, om du har bett om det.',
        'Vi hör av oss till dig innan begränsningen upphör.',
      ].join('\n'),
    portability: () =>
      'Med det här svaret får du de uppgifter som du själv har lämnat, i ett strukturerat format som datorer kan läsa (JSON). Du kan lämna dem vidare till vem du vill.',
    objection: () =>
      'Vi har slutat med den behandling som du invänder mot. Uppgifter som inte längre behövs för något annat är raderade.',
  },
  others: {
    nothingFound: ({ controller }) =>
      `Vi har sökt i alla register ${controller === null ? 'hos oss' : 'i vår telefonpassning'} efter de namn, nummer och adresser som du har uppgett. Där finns inga uppgifter om dig.`,
    refused: ({ reason }) => `Vi gör inte det du ber om. Skälet är följande:\n${reason ?? ''}`,
    notIdentified: ({ reason }) =>
      [
        'Vi har inte kunnat förvissa oss om att det är du som frågar, och får därför inte göra det du ber om (artikel 12.2 och 12.6). Du är välkommen att höra av dig igen på ett sätt som gör att vi kan veta det.',
        ...(reason ? [reason] : []),
      ].join('\n'),
    withdrawn: () => 'Du har sagt att du inte längre vill ha detta gjort. Vi har avslutat ärendet utan åtgärd.',
  },
  extended: (why, { deadline }) =>
    `Vi behöver mer tid än en månad, ${why === 'complexity' ? 'eftersom din begäran är komplicerad' : 'eftersom vi har fått många begäranden'} (artikel 12.3). Du får vårt svar senast den ${deadline}.`,
  complaint: 'Om du inte är nöjd kan du klaga hos Integritetsskyddsmyndigheten (imy.se) eller vända dig till domstol.',
  kept: ({ keepDays }) => `Vi sparar din begäran i ${keepDays} dagar efter det här svaret. Sedan raderas den.`,
  regards: 'Vänliga hälsningar',
};
