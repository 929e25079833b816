// Codes of the service in words, in Swedish and in English. A code that is not here stands as it is.
import { actWords } from '#requests/report/act-words.ts';
import type { InBoth } from '#requests/report/words.ts';
import type { FieldName } from '#requests/search/field.ts';
import type { Reason } from '#shared/reasons.ts';

const w = (sv: string, en: string): InBoth => ({ sv, en });

const valueWords: Readonly<Record<string, InBoth>> = {
  true: w('ja', 'yes'),
  false: w('nej', 'no'),
  yes: w('ja', 'yes'),
  no: w('nej', 'no'),
  ask: w('fråga först', 'ask first'),
  sv: w('svenska', 'Swedish'),
  en: w('engelska', 'English'),
  person: w('person', 'person'),
  function: w('funktion', 'function'),
  full: w('hela meddelandet', 'the whole message'),
  notice: w('bara att det finns ett meddelande', 'only that there is a message'),
  you: w('du', 'you'),
  other: w('någon annan', 'somebody else'),
  signIn: w('ja, med adressen ovan', 'yes, with the address above'),
  supervisor: w('gruppledare', 'supervisor'),
  operator: w('telefonist', 'operator'),
  privacyOfficer: w('dataskyddsansvarig', 'privacy officer'),
  clientAdmin: w('kundens administratör', "the client's administrator"),
  staffMember: w('personal', 'staff'),
  machine: w('anslutet system', 'connected system'),
  active: w('aktiv', 'active'),
  withdrawn: w('indragen', 'withdrawn'),
  normal: w('normalt', 'normal'),
  urgent: w('brådskande', 'urgent'),
  open: w('öppet', 'open'),
  handled: w('klart', 'handled'),
  done: w('klart', 'done'),
  held: w('väntar', 'held'),
  queued: w('i kö', 'queued'),
  sending: w('skickas', 'being sent'),
  accepted: w('skickat', 'sent'),
  delivered: w('levererat', 'delivered'),
  failed: w('misslyckades', 'failed'),
  unknown: w('okänt', 'unknown'),
  cancelled: w('återkallat', 'cancelled'),
  email: w('e-post', 'e-mail'),
  sms: w('SMS', 'SMS'),
  bounce: w('adressen finns inte', 'no such address'),
  complaint: w('innehavaren har klagat', 'the holder has complained'),
  optOut: w('innehavaren har tackat nej', 'the holder has opted out'),
  invalidNumber: w('numret finns inte', 'no such number'),
  goneForTheDay: w('gått för dagen', 'gone for the day'),
  lunch: w('lunch', 'lunch'),
  meeting: w('möte', 'meeting'),
  busy: w('upptagen', 'busy'),
  travelling: w('bortrest', 'travelling'),
  course: w('kurs', 'course'),
  holiday: w('semester', 'holiday'),
  off: w('ledig', 'off'),
  away: w('inte på plats', 'not available'),
  access: w('registerutdrag', 'access'),
  rectification: w('rättelse', 'rectification'),
  erasure: w('radering', 'erasure'),
  restriction: w('begränsning', 'restriction'),
  portability: w('dataportabilitet', 'portability'),
  objection: w('invändning', 'objection'),
  received: w('mottagen', 'received'),
  forwarded: w('vidarebefordrad', 'forwarded'),
  instructed: w('instruktion finns', 'instructed'),
  preparing: w('förbereds', 'being prepared'),
  released: w('lämnad till kunden', 'handed to the client'),
  closed: w('avslutad', 'closed'),
  search: w('sökning efter en person', 'search for a person'),
  report: w('registerutdrag', 'access report'),
  export: w('export', 'export'),
  erase: w('radering', 'erasure'),
  count: w('räkning inför en radering', 'count before an erasure'),
  letter: w('brev', 'letter'),
  waiting: w('väntar', 'waiting'),
  running: w('pågår', 'running'),
  counting: w('räknas', 'being counted'),
  asked: w('begärd', 'asked for'),
  byHand: w('väntar på det som görs för hand', 'waiting for what is done by hand'),
  portal: w('i portalen eller genom API:et', 'in the portal or by the API'),
  message: w('ett meddelande', 'a message'),
  register: w('hela registret', 'the whole register'),
  client: w('hela kunden', 'the whole client'),
};

/** Of why something was opened or done: a complaint is another thing than that of an address's holder. */
const reasonWords: Readonly<Record<Reason, InBoth>> = {
  call: w('någon ringde', 'somebody called'),
  upkeep: w('skötsel av registret', 'upkeep of the register'),
  subjectRequest: w('en persons begäran', "a person's request"),
  clientAsked: w('kunden bad om det', 'the client asked for it'),
  complaint: w('klagomål', 'a complaint'),
  fault: w('felsökning', 'a fault'),
  incident: w('personuppgiftsincident', 'a personal data incident'),
  agreementEnded: w('avtalet har upphört', 'the agreement has ended'),
};

const wordsOfField: Partial<Record<FieldName, Readonly<Record<string, InBoth>>>> = { act: actWords, why: reasonWords };

/** @returns undefined for what is no code, and for codes of before. */
export const codeWords = (name: FieldName, value: string): InBoth | undefined => {
  const words = wordsOfField[name] ?? valueWords;
  return Object.hasOwn(words, value) ? words[value] : undefined;
};
