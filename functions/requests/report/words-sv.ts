// The words of a report in Swedish.
import type { ReportWords } from '#requests/report/words.ts';

export const wordsInSwedish: ReportWords = {
  title: (part) => (part === undefined ? 'Registerutdrag' : `Registerutdrag, del ${part}`),
  sections: {
    staff: {
      title: 'Personalregistret',
      about:
        'Kundens register över sin personal. Av det vet telefonisten vem en uppringare söker, vad som får sägas och hur ett meddelande når fram.',
      retention: 'Tills kunden tar bort dig ur registret. Hänvisningar tas bort en vecka efter att de slutat gälla.',
    },
    membership: {
      title: 'Inloggning',
      about: 'Ditt användarkonto i portalen: vilken adress du loggar in med och vad du får göra där.',
      retention: 'Tills din behörighet dras in.',
    },
    client: {
      title: 'Uppgifter om kunden',
      about: 'Kontaktpersoner och gemensam inkorg, så som kunden har angett dem.',
      retention: 'Tills kunden ändrar uppgiften eller avtalet upphör.',
    },
    answering: {
      title: 'Hur kundens samtal besvaras',
      about:
        'Svarsfraser, instruktioner och anslag till telefonisterna. Här visas bara de texter där du nämns eller som du har skrivit.',
      retention: 'Tills kunden ändrar texten. Anslag tas bort när de slutar gälla.',
    },
    suppression: {
      title: 'Adresser som inget mer skickas till',
      about: 'Adresser som inte har gått att nå, eller vars innehavare har bett att slippa fler meddelanden.',
      retention: 'Tills spärren hävs eller adressens ägare tas bort.',
    },
    machine: {
      title: 'Anslutna system',
      about: 'Namn på system som kunden har anslutit, när det kan vara ett personnamn.',
      retention: 'Tills anslutningen tas bort.',
    },
    message: {
      title: 'Telefonmeddelanden',
      about:
        'Meddelanden som du har lämnat, som var till dig eller där du nämns, med hur de har skickats. Vem som tog emot samtalet anges inte.',
      retention: 'Varje meddelande raderas av sig självt. Dagen står vid vart och ett.',
    },
    task: {
      title: 'Uppgifter i arbetet',
      about: 'Ärenden som du har tagit hand om.',
      retention: 'Till den dag då meddelandet som de gäller raderas.',
    },
    request: {
      title: 'Det du har begärt',
      about: 'Begäran om registerutdrag, rättelse, radering och annat enligt dataskyddsförordningen, även denna.',
      retention: 'En vald tid, som regel 90 dagar, efter att begäran avslutats.',
    },
    agreement: {
      title: 'Avtal',
      about: 'Personuppgiftsbiträdesavtal som du har undertecknat eller lämnat synpunkter på, och beviset för det.',
      retention: 'Tio år efter att avtalet upphört.',
    },
    serviceDetails: {
      title: 'Uppgifter om tjänsten',
      about: 'Vem som svarar på frågor om dataskydd och vem som undertecknar avtal för tjänsten.',
      retention: 'Tills uppgiften ändras.',
    },
    subProcessor: {
      title: 'Underbiträden',
      about: 'De som arbetar åt tjänsten, med kontakt.',
      retention: 'Tills uppgiften ändras.',
    },
    audit: {
      title: 'Granskningsloggen',
      about:
        'Vad du har gjort i tjänsten, och när någon har öppnat eller ändrat uppgifter om dig: när, i vilken roll och varför. Vem det var anges inte.',
      retention: '24 månader.',
    },
    job: {
      title: 'Beställda arbeten',
      about: 'Arbeten som du har satt igång, till exempel sökningar och exporter.',
      retention: '30 dagar.',
    },
    export: {
      title: 'Exporter',
      about: 'Exporter som du har beställt, eller där du som skyddad person särskilt har tagits med.',
      retention: '30 dagar.',
    },
    erasure: {
      title: 'Raderingar',
      about: 'Raderingar som du har begärt eller bekräftat. Vad som raderades framgår inte.',
      retention: 'Tio år.',
    },
    tombstone: {
      title: 'Spår av sådant som har raderats',
      about: 'Att en post som gällde dig har funnits och när den raderades. Inget av innehållet finns kvar.',
      retention: 'Tolv månader; den som ersätter någon så länge kunden finns.',
    },
  },
  serviceSections: {
    message: {
      title: 'Meddelanden som du har tagit emot eller hanterat',
      about: 'Vilka och när. Innehållet är kundens, och kunden är personuppgiftsansvarig för det.',
      retention: 'Tills meddelandets tid är ute, senast efter sex månader.',
    },
  },
  unsearched: {
    copies: {
      name: 'Kopior av samma poster',
      because:
        'Sökregister, index, återställningsskydd och filer som gjorts av uppgifterna ovan. De är förseglade med samma nycklar och slutar gå att läsa samtidigt.',
    },
    keys: { name: 'Nycklar', because: 'Krypteringsnycklar säger inget om någon.' },
    counts: { name: 'Antal och tider', because: 'Antal, tider och id utan koppling till någon person.' },
    fingerprints: {
      name: 'Fingeravtryck av anrop',
      because: 'Nycklade fingeravtryck som inte går att läsa baklänges, i ett dygn.',
    },
    traces: {
      name: 'Bevis för vad som har raderats',
      because: 'Samma id och tider som bland spåren ovan, i ett lager som ingen kan ändra i.',
    },
    onTheWay: {
      name: 'På väg mellan delar av tjänsten',
      because: 'Id, och e-post och SMS under leverans. Det är borta efter sekunder, som längst efter några dygn.',
    },
    logs: { name: 'Loggar', because: 'Loggarna innehåller id och koder men inga uppgifter om personer.' },
    smsLogs: {
      name: 'Logg över skickade SMS',
      because: 'Nummer som SMS har skickats till, i ett dygn. De är borta innan ett utdrag kan lämnas ut.',
    },
    engineers: {
      name: 'De som driver tjänsten',
      because: 'Uppgifter om tjänstens egna tekniker, som besvaras för hand.',
    },
    noPeople: { name: 'Filer och inställningar', because: 'Inga personuppgifter.' },
    othersHold: {
      name: 'Hos mottagare',
      because: 'Brevlådor, telefoner och system som har fått uppgifterna. Den som har dem svarar själv för dem.',
    },
    browsers: {
      name: 'I webbläsare',
      because: 'I webbläsaren hos den som loggat in, förseglat och som längst i tolv timmar.',
    },
    askNobody: {
      name: 'Amazons lista över adresser som studsat',
      because: 'Amazon för listan för egen räkning, och den går inte att söka i.',
    },
    byHand: {
      name: 'Sådant som en tekniker har tagit fram',
      because: 'Återställda tabeller och liknande, som tas bort enligt driftinstruktionen.',
    },
    ofClients: {
      name: 'Kundernas uppgifter',
      because: 'För dem är respektive kund personuppgiftsansvarig. Vänd dig till kunden.',
    },
    ofService: {
      name: 'Tjänstens egna uppgifter',
      because: 'För dem är tjänsten personuppgiftsansvarig. En begäran om dem besvaras för sig.',
    },
  },
  leftOut: {
    expiring: 'Meddelanden som raderas inom två dygn: utdraget får inte leva längre än de.',
    notThePerson: 'Träffar som vid granskning visade sig gälla någon annan.',
    gone: 'Poster som har raderats sedan sökningen.',
    unreadable: 'Poster som inte gick att läsa. En tekniker ser över dem.',
    notGiven: 'Sådant som du inte själv har lämnat. Det kan du få i ett registerutdrag.',
  },
  purposes: {
    client: [
      'Att besvara kundens telefon, koppla samtal och tala om när någon är tillbaka',
      'Att ta emot telefonmeddelanden och lämna dem till den de är till',
      'Att kunna visa vem som har gjort vad med uppgifterna',
    ],
    service: [
      'Att ge behöriga personer tillgång till tjänsten',
      'Att ingå avtal med kunder och kunna visa det',
      'Att kunna visa vem som har gjort vad med uppgifterna',
    ],
  },
  legalBasis: {
    client:
      'Kunden är personuppgiftsansvarig och svarar för den rättsliga grunden, som regel berättigat intresse av att kunna nås (artikel 6.1 f).',
    service:
      'Avtal och berättigat intresse av en säker drift (artikel 6.1 b och f), och rättsliga förpliktelser (artikel 6.1 c).',
  },
  categories: [
    'Namn, befattning, avdelning',
    'Telefonnummer och e-postadresser',
    'När någon är borta, och vad uppringare får veta',
    'Vad som sagts i telefon och skrivits ned som meddelande',
    'Hur och när meddelanden har skickats',
    'Användarkonto, behörighet och vad som gjorts i tjänsten',
  ],
  recipients: {
    client: [
      'Den hos kunden som meddelandet är till, och de som kunden har valt ska få det',
      'Kundens administratörer',
      'Telefonister och gruppledare hos den som besvarar kundens telefon',
      'Uppringare, i fråga om det kunden har bestämt får sägas',
      'System som kunden har anslutit',
      'De underbiträden som anges nedan',
    ],
    service: [
      'De inom tjänsten som behöver uppgifterna',
      'De kunder vars telefon du besvarar, i fråga om id och tid',
      'De underbiträden som anges nedan',
    ],
  },
  transfers:
    'Uppgifterna lagras och behandlas inom EU. Vad som gäller om ett underbiträde har ett moderbolag utanför EU framgår av avtalet med kunden.',
  retentionOfMessages: (time) => `${time} efter samtalet, sedan kan ingen läsa dem`,
  months: (count) => (count === 1 ? '1 månad' : `${count} månader`),
  days: (count) => (count === 1 ? '1 dag' : `${count} dagar`),
  source: {
    client: [
      'Du själv, när du ringde eller skrev',
      'Kunden, när den lade upp sitt register',
      'Den som ringde och nämnde dig',
      'E-post- och SMS-tjänsterna, i fråga om vad som kom fram',
    ],
    service: ['Du själv', 'Den som bjöd in dig', 'Tjänsten, när du använder den'],
  },
  automatedDecisions: 'Inga beslut fattas automatiskt, och ingen profilering görs.',
  rights: [
    {
      name: 'Rättelse',
      article: 'Artikel 16',
      text: 'Du kan begära att felaktiga uppgifter rättas och ofullständiga kompletteras.',
    },
    { name: 'Radering', article: 'Artikel 17', text: 'Du kan i vissa fall begära att uppgifter om dig raderas.' },
    { name: 'Begränsning', article: 'Artikel 18', text: 'Du kan i vissa fall begära att behandlingen begränsas.' },
    {
      name: 'Dataportabilitet',
      article: 'Artikel 20',
      text: 'Uppgifter som du själv har lämnat kan du få ut i ett maskinläsbart format. Filen för maskiner är ett sådant.',
    },
    {
      name: 'Invändning',
      article: 'Artikel 21',
      text: 'Du kan invända mot behandling som stöds på berättigat intresse.',
    },
  ],
  complaints: 'Du kan klaga hos Integritetsskyddsmyndigheten: Box 8114, 104 20 Stockholm, imy@imy.se, www.imy.se.',
  part: (name, n) => `${name} ${n}`,
  you: 'du',
  notNamed: 'någon annan',
};
