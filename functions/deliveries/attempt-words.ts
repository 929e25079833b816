// What an attempt came to, in words for people, Swedish and English.
import type { Attempt } from '#deliveries/schema.ts';

interface Words {
  sv: string;
  en: string;
}

const byOutcome: Record<Attempt['outcome'], Words> = {
  sending: { sv: 'Skickas', en: 'Being sent' },
  accepted: { sv: 'Mottaget för utskick', en: 'Accepted for sending' },
  retry: { sv: 'Tillfälligt fel – nytt försök görs', en: 'Temporary fault – it will be tried again' },
  failed: { sv: 'Misslyckades', en: 'Failed' },
  unknown: { sv: 'Okänt – kontrollera', en: 'Unknown – please check' },
};

const byCode: Record<string, Words> = {
  MessageRejected: { sv: 'E-posttjänsten tog inte emot meddelandet', en: 'The e-mail service refused the message' },
  InvalidParameterException: { sv: 'Numret togs inte emot', en: 'The number was not accepted' },
  OptedOutException: { sv: 'Mottagaren har avböjt SMS', en: 'The recipient has opted out of SMS' },
  CountryNotAllowed: { sv: 'SMS skickas inte till det landet', en: 'SMS are not sent to that country' },
  SmsCapReached: { sv: 'Dagens gräns för SMS är nådd', en: 'The limit for SMS of the day is reached' },
  GaveUp: { sv: 'Alla försök är gjorda', en: 'All attempts have been made' },
  Erased: { sv: 'Raderat innan det skickades', en: 'Erased before it was sent' },
  ColleagueGone: {
    sv: 'Kollegan är raderad – nästa steg tar över',
    en: 'The colleague has been erased – the next step takes over',
  },
  NoAnswer: { sv: 'Inget svar – okänt om det gick fram', en: 'No answer – nobody knows whether it arrived' },
};

export const attemptWords = ({ outcome, code }: Attempt): Words =>
  (code === undefined ? undefined : byCode[code]) ?? byOutcome[outcome];
