// Personuppgiftsbiträdesavtal, version 2026-12, in Swedish. A template: counsel reviews it before a service uses it.
import type { Block } from '#agreements/document.ts';
import { type AgreementFacts, type ClientFacts, countryName, type SubProcessorFact } from '#agreements/facts.ts';
import type { Retention } from '#shared/retention.ts';

const text = (words: string): Block => ({ kind: 'text', text: words });
const list = (...items: string[]): Block => ({ kind: 'list', items });
const table = (columns: string[], rows: string[][]): Block => ({ kind: 'table', columns, rows });

const BLANK = '[fylls i]';
const TITLE = 'Personuppgiftsbiträdesavtal';
const NOTICE =
  'Mall. Texten ska granskas av jurist innan den används. Den följer den vanliga uppbyggnaden av ett avtal enligt artikel 28 i dataskyddsförordningen, (EU) 2016/679.';

const retentionWords = (retention: Retention) => {
  if ('days' in retention) return retention.days === 1 ? '1 dag' : `${retention.days} dagar`;
  return retention.months === 1 ? '1 månad' : `${retention.months} månader`;
};

function parties({ client, service }: AgreementFacts): Block[] {
  return [
    table(
      ['Uppgift', 'Personuppgiftsansvarig (kunden)', 'Personuppgiftsbiträde (tjänsten)'],
      [
        ['Namn', client?.name ?? BLANK, service?.name ?? BLANK],
        [
          'Organisationsnummer',
          client ? (client.organisationNumber ?? '–') : BLANK,
          service?.organisationNumber ?? BLANK,
        ],
        ['Ort eller adress', client ? (client.town ?? '–') : BLANK, service?.address ?? BLANK],
        [
          'Kontakt i dataskyddsfrågor',
          client ? client.privacyContact.join(', ') || 'kundens administratörer i Mina Sidor' : BLANK,
          privacyContactOf(service),
        ],
      ],
    ),
  ];
}

const privacyContactOf = (service: AgreementFacts['service']) =>
  service
    ? [service.privacyContact.name, service.privacyContact.email, service.privacyContact.phone]
        .filter(Boolean)
        .join(', ')
    : BLANK;

function settings(client: ClientFacts | null): Block[] {
  const inbox = client && [client.inboxByEmail && 'e-post', client.inboxBySms && 'SMS'].filter(Boolean).join(' och ');
  return [
    text('Avtalet gäller med de inställningar som kunden har gjort i tjänsten. När det undertecknas är de:'),
    table(
      ['Inställning', 'Värde'],
      [
        ['Lagringstid för meddelanden', client ? retentionWords(client.retention) : BLANK],
        [
          'Vad som sänds till mottagaren',
          client
            ? client.contentMode === 'full'
              ? 'hela meddelandet'
              : 'endast en avisering; meddelandet läses i Mina Sidor'
            : BLANK,
        ],
        ['Kanaler till personalen', 'e-post och SMS, så som varje person är inlagd i kundens register'],
        ['Meddelanden till ingen särskild', client ? inbox || 'ingen gemensam inkorg är inlagd' : BLANK],
      ],
    ),
    text(
      'Kunden kan när som helst korta lagringstiden och övergå till enbart avisering. En sådan ändring är en instruktion enligt avsnitt 6 och kräver inget nytt avtal. Lagringstiden kan aldrig bli längre än sex månader.',
    ),
  ];
}

const subProcessorRow = ({ details, from, until }: SubProcessorFact): string[] => {
  const country = countryName(details.country, 'sv');
  const parent = details.ultimateParent;
  return [
    `${details.name}, ${details.address}, ${country}${from ? ` (från och med ${from})` : ''}${until ? ` (till ${until})` : ''}`,
    details.contact,
    details.purpose.sv,
    details.place,
    parent ? `${parent.name}, ${countryName(parent.country, 'sv')}` : '–',
    details.transfer?.sv ?? 'Uppgifterna lämnar inte EES.',
  ];
};

export function agreementInSwedish(facts: AgreementFacts) {
  return {
    language: 'sv' as const,
    title: TITLE,
    notice: NOTICE,
    sections: [
      { heading: '1. Parter', blocks: parties(facts) },
      {
        heading: '2. Bakgrund och föremål',
        blocks: [
          text(
            'Tjänsten svarar i telefon för kunden: den tar emot samtal, lämnar de besked som kunden vill att uppringare ska få, tar meddelanden och förmedlar dem till rätt person. Därvid behandlar tjänsten personuppgifter för kundens räkning. Kunden är personuppgiftsansvarig och tjänsten är personuppgiftsbiträde.',
          ),
          text(
            'Avtalet reglerar den behandlingen. Säger ett annat avtal mellan parterna något annat om behandling av personuppgifter gäller det här avtalet. Ord som förklaras i dataskyddsförordningen har samma betydelse här.',
          ),
          text(
            'För sina egna användare, för dem som undertecknar avtal och för tjänstens egen säkerhet är tjänsten själv personuppgiftsansvarig. Det omfattas inte av avtalet.',
          ),
        ],
      },
      {
        heading: '3. Avtalstid',
        blocks: [
          text(
            'Avtalet gäller från det att det har undertecknats och så länge tjänsten behandlar personuppgifter för kundens räkning. Avsnitten 7, 13 och 14 gäller också därefter, så långt det behövs.',
          ),
        ],
      },
      {
        heading: '4. Behandlingens art och ändamål',
        blocks: [
          text('Tjänsten får behandla personuppgifterna endast för följande ändamål:'),
          list(
            'att koppla samtal till rätt person hos kunden och ge uppringare de besked som kunden har bestämt,',
            'att ta emot meddelanden, förmedla dem till den de är avsedda för och visa dem i Mina Sidor,',
            'att kunden ska kunna rätta, exportera och radera sina uppgifter och besvara registrerades begäran,',
            'att upprätthålla säkerheten i behandlingen och kunna visa vad som har gjorts.',
          ),
          text(
            'Behandlingen består i att samla in, lagra, läsa, söka, överföra, rätta och radera. Tjänsten fattar inga automatiserade beslut om någon, gör inga profiler och spelar inte in samtal.',
          ),
        ],
      },
      {
        heading: '5. Personuppgifter och registrerade',
        blocks: [
          table(
            ['Registrerade', 'Kategorier av personuppgifter'],
            [
              [
                'Kundens personal och andra som ska få meddelanden',
                'namn, befattning, avdelning, telefonnummer, e-postadresser, nyckelord, svarsbesked, frånvaro med orsak och sluttid, mottagna meddelanden',
              ],
              ['De som ringer', 'namn, företag, telefonnummer, e-postadress, ärende, tidpunkt för samtalet'],
              ['Andra som nämns i ett samtal', 'det som uppringaren säger om dem och som hör till ärendet'],
              ['Kundens användare i Mina Sidor', 'namn, e-postadress, behörighet'],
            ],
          ),
          text(
            'Meddelanden är fri text. Det som uppringaren vill framföra kan vara känsliga uppgifter, till exempel om hälsa. Operatörerna antecknar inte mer än ärendet kräver och kan märka ett meddelande som känsligt; då sänds endast en avisering. Kunden bör välja enbart avisering om samtalen ofta rör känsliga uppgifter, omfattas av tystnadsplikt eller gäller personer med skyddade personuppgifter.',
          ),
        ],
      },
      {
        heading: '6. Instruktioner',
        blocks: [
          text(
            'Tjänsten behandlar personuppgifterna endast på kundens dokumenterade instruktioner. Instruktionerna är det här avtalet, kundens inställningar i tjänsten, det register som kunden för och det som kundens administratörer skriftligen ber om i Mina Sidor eller på annat sätt som bevaras.',
          ),
          text(
            'Kräver lag att tjänsten behandlar uppgifterna på annat sätt underrättar tjänsten kunden innan det sker, om inte lagen förbjuder det. Anser tjänsten att en instruktion strider mot dataskyddsreglerna säger tjänsten genast till och får vänta med att följa den tills kunden har svarat.',
          ),
        ],
      },
      {
        heading: '7. Tystnadsplikt',
        blocks: [
          text(
            'Alla som hos tjänsten får tillgång till uppgifterna har förbundit sig till tystnad eller omfattas av lagstadgad tystnadsplikt. Den består också när uppdraget har upphört. Endast den som behöver uppgifterna i sitt arbete har behörighet till dem.',
          ),
        ],
      },
      {
        heading: '8. Säkerhet',
        blocks: [
          text('Tjänsten vidtar de åtgärder som artikel 32 kräver. Minst följande gäller:'),
          list(
            'Innehållet i meddelanden och register lagras krypterat, varje meddelande och varje person under en egen nyckel.',
            'När lagringstiden är slut förstörs meddelandets nyckel inom en timme. Därefter kan det inte läsas i någon kopia eller säkerhetskopia som tjänsten har.',
            'När en uppgift i registret raderas förstörs nyckeln genast, och inom 25 timmar kan den inte heller återställas.',
            'Uppgifterna lagras inom EU och överförs krypterat. E-post och SMS går genom nät som tjänsten inte råder över; den som inte vill det väljer enbart avisering.',
            'Behörighet ges efter roll och prövas vid varje åtkomst. Den tas bort när uppdraget upphör.',
            'Åtkomst och ändringar loggas i 24 månader i en logg som inte kan ändras utan att det syns. Kunden läser sin del av den i Mina Sidor.',
            'Tjänsten övervakas, och återställning efter fel provas.',
          ),
          text('Tjänsten får ändra åtgärderna, men inte så att skyddet blir sämre.'),
        ],
      },
      {
        heading: '9. Underbiträden',
        blocks: [
          text(
            'Kunden ger tjänsten ett allmänt förhandstillstånd att anlita underbiträden. De som anlitas när avtalet undertecknas står i bilaga 2. Tjänsten ålägger dem skriftligen samma skyldigheter som följer av avtalet och svarar för deras arbete som för sitt eget.',
          ),
          text(
            'Innan ett underbiträde anlitas eller byts ut underrättar tjänsten kundens administratörer minst 30 dagar i förväg. Under den tiden kan kunden invända i Mina Sidor. Parterna söker då en lösning. Finns ingen får kunden säga upp tjänsten till den dag då ändringen börjar gälla. En invändning avbryter inte i sig telefonsvarandet.',
          ),
          text(
            'Uppgifter förs inte ut ur EES på annat sätt än som står i bilaga 2 och endast om kapitel V i dataskyddsförordningen tillåter det.',
          ),
        ],
      },
      {
        heading: '10. Bistånd till kunden',
        blocks: [
          text(
            'Begär en registrerad hos tjänsten att få använda sina rättigheter vidarebefordrar tjänsten begäran till kunden inom en arbetsdag. Tjänsten lämnar ut, rättar eller raderar ingenting med anledning av begäran utan kundens instruktion. Tjänsten tar på instruktion fram registerutdrag, rättar, exporterar och raderar.',
          ),
          text(
            'Tjänsten hjälper kunden att uppfylla sina skyldigheter enligt artiklarna 32–36, med hänsyn till behandlingens art och den information som tjänsten har.',
          ),
        ],
      },
      {
        heading: '11. Personuppgiftsincidenter',
        blocks: [
          text(
            'Får tjänsten veta att en personuppgiftsincident har inträffat underrättar den kunden utan onödigt dröjsmål och om möjligt inom 24 timmar. Underrättelsen beskriver vad som har hänt, vilka uppgifter och ungefär hur många registrerade det gäller, sannolika följder och vad som görs. Det som inte är känt lämnas efter hand. Kunden bedömer om incidenten ska anmälas.',
          ),
        ],
      },
      {
        heading: '12. Granskning',
        blocks: [
          text(
            'Kunden får granska att avtalet följs. Det sker i första hand genom det som tjänsten visar i Mina Sidor: granskningsloggen, raderingsloggen, raderingsintyg och förteckningen över underbiträden, som kunden själv kan kontrollera. Räcker det inte får kunden, eller en oberoende granskare med tystnadsplikt, granska på plats efter skälig framförhållning och på ett sätt som inte röjer andra kunders uppgifter.',
          ),
          text('Tjänsten medverkar vid granskning av en tillsynsmyndighet.'),
        ],
      },
      {
        heading: '13. Radering och återlämning',
        blocks: [
          text(
            'Meddelanden raderas när lagringstiden är slut, utan särskild begäran. När tjänsten upphör kan kunden först exportera sitt register och sina meddelanden. Därefter raderas allt som tjänsten har behandlat för kunden, senast 30 dagar efter att tjänsten upphörde, och kunden får ett intyg om raderingen.',
          ),
          text(
            'Kvar finns endast det här avtalet med bevisen om undertecknandet, instruktioner och intyg, i tio år, samt loggar och uppgifter om antal utan innehåll. Det som redan har levererats till kundens mottagare råder kunden över.',
          ),
        ],
      },
      {
        heading: '14. Ansvar',
        blocks: [
          text(
            'Parterna svarar för skada enligt artikel 82 i dataskyddsförordningen. Har den ena parten ersatt hela skadan har den rätt att av den andra återfå den del som den andra svarar för. En begränsning av ansvaret i annat avtal mellan parterna gäller mellan dem, men inte mot den registrerade.',
          ),
        ],
      },
      {
        heading: '15. Ändringar',
        blocks: [
          text(
            'Vill tjänsten ändra avtalet lägger den fram en ny version, som gäller när kunden har undertecknat den. Fram till dess gäller den undertecknade versionen. Ändrade inställningar enligt bilaga 1 och underbiträden enligt avsnitt 9 är inga ändringar av avtalet.',
          ),
        ],
      },
      {
        heading: '16. Tillämplig lag',
        blocks: [text('Svensk rätt gäller. Tvist prövas av svensk allmän domstol.')],
      },
      {
        heading: '17. Undertecknande',
        blocks: [
          text(
            'Avtalet ingås i elektronisk form enligt artikel 28.9 i dataskyddsförordningen. Den som undertecknar för kunden är inloggad i tjänsten, har av den fått rätt att underteckna och försäkrar sig få ingå avtalet för kunden. Tjänsten undertecknar samtidigt. Namn, befattning, tidpunkt, metod, nätverksadress och en kontrollsumma av den här texten bevaras tillsammans med avtalet.',
          ),
        ],
      },
      { heading: 'Bilaga 1. Kundens inställningar', blocks: settings(facts.client) },
      {
        heading: 'Bilaga 2. Underbiträden',
        blocks: [
          table(
            ['Underbiträde', 'Kontakt', 'Uppgift', 'Plats', 'Yttersta moderbolag', 'Överföring'],
            facts.subProcessors.map(subProcessorRow),
          ),
        ],
      },
    ],
  };
}
