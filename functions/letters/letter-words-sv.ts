// What a letter says, in Swedish.
import type { LetterFacts, LetterWords } from '#letters/letter-words.ts';

const senast = ({ day }: LetterFacts) => (day ? ` senast den ${day}` : '');
const from = ({ day }: LetterFacts) => (day ? ` från och med den ${day}` : '');
const on = ({ day }: LetterFacts) => (day ? ` den ${day}` : '');

export const letterWordsSv: LetterWords = {
  greeting: (name) => (name ? `Hej ${name}!` : 'Hej!'),
  abouts: {
    requestReceived: (facts) => ({
      subject: 'Ny begäran från en registrerad',
      text: `En person har hört av sig om sina personuppgifter.${facts.day ? ` Kunden ska få veta det${senast(facts)}.` : ''}`,
    }),
    requestToForward: (facts) => ({
      subject: 'Begäran ska vidarebefordras i dag',
      text: `En begäran från en registrerad väntar på att skickas vidare till kunden. Det ska ske${senast(facts) || ' i dag'}.`,
    }),
    requestNotForwarded: () => ({
      subject: 'Begäran är inte vidarebefordrad',
      text: 'En begäran från en registrerad skulle ha skickats vidare till kunden. Gör det nu.',
    }),
    requestForwarded: (facts) => ({
      subject: 'Någon har hört av sig om sina personuppgifter',
      text: `En person har vänt sig till oss om personuppgifter som vi behandlar för er. Det är ni som bestämmer vad som ska göras: läs begäran och lämna er instruktion. Personen ska ha svar${senast(facts)}.`,
    }),
    requestAwaitsInstruction: (facts) => ({
      subject: 'En begäran väntar på er instruktion',
      text: `Vi kan inte göra något åt en persons begäran innan ni har sagt vad som ska göras. Personen ska ha svar${senast(facts)}.`,
    }),
    requestInstructed: (facts) => ({
      subject: 'Kunden har lämnat sin instruktion',
      text: `En begäran kan tas vidare. Personen ska ha svar${senast(facts)}.`,
    }),
    requestDueSoon: (facts) => ({
      subject: 'En begäran ska snart vara besvarad',
      text: `En begäran från en registrerad är fortfarande öppen. Personen ska ha svar${senast(facts)}.`,
    }),
    requestLate: ({ to }) => ({
      subject: 'En begäran är försenad',
      text:
        to === 'admins'
          ? 'En persons begäran skulle ha varit besvarad. Se efter om den väntar på er instruktion eller på att ni lämnar svaret.'
          : 'En persons begäran skulle ha varit besvarad och är fortfarande öppen.',
    }),
    requestExtended: (facts) => ({
      subject: 'Tiden för en begäran är förlängd',
      text: `Personen ska nu ha svar${senast(facts)}, och ska få veta varför det dröjer. Ett förslag till text finns i ärendet.`,
    }),
    requestReleased: () => ({
      subject: 'Ett registerutdrag finns att hämta',
      text: 'Registerutdraget är klart. Hämta det och lämna det till personen. Filen försvinner efter några dagar.',
    }),
    requestClosed: ({ to }) => ({
      subject: 'En begäran är avslutad',
      text:
        to === 'admins'
          ? 'En persons begäran är avslutad. Svaret till personen finns i ärendet, för er att skicka.'
          : 'Kunden har avslutat en persons begäran.',
    }),
    agreementSigned: ({ to }) => ({
      subject: 'Personuppgiftsbiträdesavtalet är undertecknat',
      text:
        to === 'admins'
          ? 'Avtalet är undertecknat av båda parter. Det finns att läsa och spara i portalen.'
          : 'En kund har undertecknat personuppgiftsbiträdesavtalet.',
    }),
    agreementNewVersion: (facts) => ({
      subject: 'Ny version av personuppgiftsbiträdesavtalet',
      text: `Det finns en ny version av avtalet att läsa och underteckna${senast(facts)}. Telefonpassningen påverkas inte under tiden.`,
    }),
    agreementEnding: (facts) => ({
      subject: 'Personuppgiftsbiträdesavtalet löper ut',
      text: `Avtalet gäller till och med den ${facts.day ?? 'dag som står i det'}. Läs och underteckna ett nytt i god tid. Telefonpassningen påverkas inte under tiden.`,
    }),
    agreementEnded: () => ({
      subject: 'Personuppgiftsbiträdesavtalet har löpt ut',
      text: 'Avtalet gäller inte längre. Läs och underteckna ett nytt så snart ni kan. Telefonpassningen påverkas inte under tiden.',
    }),
    subProcessorChange: (facts) => ({
      subject: 'Nytt eller ändrat underbiträde',
      text: `Vi tänker anlita ett nytt underbiträde eller ändra ett som vi har${from(facts)}. Läs vem det är och vad det gäller. Har ni invändningar kan ni lämna dem i portalen före dess.`,
    }),
    subProcessorObjection: () => ({
      subject: 'Invändning mot ett underbiträde',
      text: 'En kund invänder mot ett nytt eller ändrat underbiträde.',
    }),
    clientEnding: (facts) => ({
      subject: 'Era uppgifter raderas snart',
      text: `Avtalet är slut, och allt som vi har om er raderas${on(facts)}. Det går inte att ångra. Behöver ni en kopia av ert register, beställ en export före dess.`,
    }),
    erasureToConfirm: () => ({
      subject: 'En radering väntar på bekräftelse',
      text: 'Någon har beställt en radering. Den görs när en annan person har bekräftat den.',
    }),
    erasureDone: ({ to }) => ({
      subject: 'Uppgifter är raderade',
      text:
        to === 'admins'
          ? 'De uppgifter som skulle raderas hos oss är raderade. Intyget finns i portalen. Har ni lämnat uppgifterna vidare är det ni som underrättar mottagarna (artikel 19 i dataskyddsförordningen).'
          : 'En radering är genomförd. Intyget finns i portalen.',
    }),
    exportReady: () => ({
      subject: 'En export finns att hämta',
      text: 'Exporten är klar. Hämta den i portalen. Filen försvinner efter några dagar.',
    }),
  },
  signIn: 'Logga in',
  because: {
    admins: 'Brevet går till alla administratörer hos er.',
    officers: 'Brevet går till alla dataskyddsansvariga.',
  },
};
