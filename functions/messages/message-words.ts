// The words around a message in e-mails and SMS, Swedish and English, and its times as people read them.
import type { Language } from '#shared/fields.ts';
import { TIME_ZONE } from '#shared/retention.ts';

export const messageWords = {
  sv: {
    subject: 'Nytt telefonmeddelande',
    urgentSubject: 'Brådskande telefonmeddelande',
    urgent: 'BRÅDSKANDE',
    heading: 'Telefonmeddelande',
    test: 'TEST',
    testSubject: (subject: string) => `Test: ${subject}`,
    testMatter: 'Det här är ett test av hur dina meddelanden når dig. Ingen har ringt, och du behöver inte göra något.',
    correction: (time: string) => `RÄTTELSE av ${time}`,
    to: 'Till',
    from: 'Från',
    phone: 'Telefon',
    secondPhone: 'Annat nummer',
    extension: 'anknytning',
    uncertain: 'som det uppgavs',
    email: 'E-post',
    callBack: 'Vill bli uppringd',
    matter: 'Ärende',
    taken: 'Mottaget',
    unknownCaller: 'Okänd uppringare',
    noticeTest: 'Det här är ett test av hur dina meddelanden når dig. Ingen har ringt.',
    notice: 'Det finns ett nytt meddelande till dig. Läs det i Mina Sidor.',
    noticeUrgent: 'Det finns ett brådskande meddelande till dig. Läs det i Mina Sidor.',
    noticeFor: 'Det finns ett nytt meddelande. Läs det i Mina Sidor.',
    noticeCorrected: 'Ett meddelande till dig har rättats. Läs det i Mina Sidor.',
    noticeUrgentCorrected: 'Ett brådskande meddelande till dig har rättats. Läs det i Mina Sidor.',
    noticeForCorrected: 'Ett meddelande har rättats. Läs det i Mina Sidor.',
    portal: 'Mina Sidor',
    more: 'Läs resten i Mina Sidor',
    erased: (date: string) => `Meddelandet raderas ${date}.`,
  },
  en: {
    subject: 'New telephone message',
    urgentSubject: 'Urgent telephone message',
    urgent: 'URGENT',
    heading: 'Telephone message',
    test: 'TEST',
    testSubject: (subject: string) => `Test: ${subject}`,
    testMatter: 'This is a test of how your messages reach you. Nobody has called, and there is nothing for you to do.',
    correction: (time: string) => `CORRECTION of ${time}`,
    to: 'To',
    from: 'From',
    phone: 'Telephone',
    secondPhone: 'Other number',
    extension: 'extension',
    uncertain: 'as given',
    email: 'E-mail',
    callBack: 'Please call back',
    matter: 'Message',
    taken: 'Taken',
    unknownCaller: 'Unknown caller',
    noticeTest: 'This is a test of how your messages reach you. Nobody has called.',
    notice: 'There is a new message for you. Read it in Mina Sidor.',
    noticeUrgent: 'There is an urgent message for you. Read it in Mina Sidor.',
    noticeFor: 'There is a new message. Read it in Mina Sidor.',
    noticeCorrected: 'A message for you was corrected. Read it in Mina Sidor.',
    noticeUrgentCorrected: 'An urgent message for you was corrected. Read it in Mina Sidor.',
    noticeForCorrected: 'A message was corrected. Read it in Mina Sidor.',
    portal: 'Mina Sidor',
    more: 'Read the rest in Mina Sidor',
    erased: (date: string) => `This message is erased on ${date}.`,
  },
} as const;

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

type TimeForm = 'date' | 'time';

const forms: Record<TimeForm, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: 'long', timeZone: TIME_ZONE },
  time: { hour: '2-digit', minute: '2-digit', timeZone: TIME_ZONE },
};

/** Making one takes longer than all else about a text. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(ms: number, form: TimeForm, language: Language): string {
  const name = `${form} ${language}`;
  let formatter = formatters.get(name);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locales[language], forms[form]);
    formatters.set(name, formatter);
  }
  return formatter.format(ms);
}

/** `23 maj 2027`, `23 May 2027`. */
export const dateWords = (ms: number, language: Language): string => format(ms, 'date', language);

/** `10.42` in Swedish, `10:42` in English. */
export function timeWords(ms: number, language: Language): string {
  const time = format(ms, 'time', language);
  return language === 'sv' ? time.replace(':', '.') : time;
}
