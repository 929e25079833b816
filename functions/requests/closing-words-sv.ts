// What a person is answered, in Swedish.
import type { ClosingWords } from '#requests/closing-words.ts';

const HANDED_ON =
  'Den som redan har fått uppgifterna, till exempel i ett meddelande, kan ha dem kvar hos sig. Vi är skyldiga att underrätta mottagarna, om det inte är omöjligt eller oproportionellt betungande, och att tala om vilka de är om du frågar (artikel 19).';

export const closingWordsSv: ClosingWords = {
  asked: {
    access:
      'ett registerutdrag, det vill säga tillgång till dina personuppgifter (artikel 15 i dataskyddsförordningen)',
    rectification: 'att få dina personuppgifter rättade (artikel 16 i dataskyddsförordningen)',
    erasure: 'att få dina personuppgifter raderade (artikel 17 i dataskyddsförordningen)',
    restriction: 'begränsning av behandlingen av dina personuppgifter (artikel 18 i dataskyddsförordningen)',
    portability:
      'dataportabilitet, det vill säga att få ut de personuppgifter som du själv har lämnat i ett format som går att flytta (artikel 20 i dataskyddsförordningen)',
    objection: 'att vi ska sluta behandla dina personuppgifter (artikel 21 i dataskyddsförordningen)',
  },
  opening: (ask, { controller, received }) =>
    `Du har bett ${controller ?? 'oss'} om ${ask}. Din begäran kom in den ${received}.`,
  carriedOut: {
    access: (isService) =>
      `Med det här svaret får du en kopia av uppgifterna om dig ${isService ? 'hos oss' : 'i vår telefonpassning'}, med upplysningar om varför de behandlas, vilka som får dem, hur länge de finns kvar och vilka rättigheter du har. Sådant som handlar om andra personer kan vara utelämnat; det syns i så fall på platsen.`,
    rectification: () => `Uppgifterna är rättade. ${HANDED_ON}`,
    erasure: () =>
      `Uppgifterna är raderade: posterna är borttagna och krypteringsnycklarna till dem är förstörda, så att posterna inte kan läsas. Senast inom 25 timmar går nycklarna inte heller att återskapa ur säkerhetskopior. ${HANDED_ON}`,
    restriction: (isService) =>
      [
        'Behandlingen är nu begränsad. Systemet har inget lås för det: begränsningen görs för hand, av dem som arbetar med uppgifterna, så här:',
        ...(isService
          ? ['– Ditt konto är avstängt, och ingen använder uppgifterna i det.']
          : [
              '– Telefonisterna har en skriftlig instruktion att inte använda, lämna ut eller ta emot nya uppgifter om dig.',
              '– Finns du i personalregistret är din post märkt som skyddad, så att bara de som måste kan läsa den, och du får inga meddelanden.',
              '– De som har tillgång till meddelanden där du nämns ska lämna dem orörda, så långt de kan känna igen dem.',
            ]),
        '– Det som annars skulle ha raderats medan begränsningen gäller har vi sparat som en förseglad kopia, om du har bett om det.',
        'Uppgifterna lagras fortfarande. I övrigt får de bara behandlas med ditt samtycke, för rättsliga anspråk, för att skydda någon annans rättigheter eller av skäl som rör ett viktigt allmänintresse (artikel 18.2).',
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
