// What the service itself puts into an operator's mouth, Swedish and English, where neither person nor client has said it.
import { localOf } from '#calendar/local-time.ts';
import type { Language } from '#shared/fields.ts';
import { TIME_ZONE } from '#shared/retention.ts';

type Connect = 'yes' | 'ask' | 'no';

interface Words {
  greeting(client: string): string;
  /** True of everybody: it tells neither that somebody works there nor that somebody does not. */
  protected: string;
  closed(opens: string | undefined): string;
  open: string;
  person: Record<Connect, (name: string) => string>;
}

export const answerWords: Record<Language, Words> = {
  sv: {
    greeting: (client) => `Välkommen till ${client}`,
    protected: 'Vi uppger inte vilka som arbetar hos oss. Jag tar gärna emot ett meddelande.',
    closed: (opens) => (opens ? `Vi har stängt och öppnar ${opens}.` : 'Vi har stängt.'),
    open: 'Jag tar gärna emot ett meddelande.',
    person: {
      yes: (name) => `Ett ögonblick, jag kopplar till ${name}.`,
      ask: (name) => `Ett ögonblick, jag hör om ${name} kan ta samtalet.`,
      no: (name) => `${name} tar inte emot samtal just nu. Jag tar gärna emot ett meddelande.`,
    },
  },
  en: {
    greeting: (client) => `Welcome to ${client}`,
    protected: 'We never say who works here. I can take a message.',
    closed: (opens) => (opens ? `We are closed and open ${opens}.` : 'We are closed.'),
    open: 'I can take a message.',
    person: {
      yes: (name) => `One moment, I am putting you through to ${name}.`,
      ask: (name) => `One moment, I will ask whether ${name} can take the call.`,
      no: (name) => `${name} cannot take calls right now. I can take a message.`,
    },
  },
};

const dayForms: Record<Language, Intl.DateTimeFormat> = {
  sv: new Intl.DateTimeFormat('sv-SE', { weekday: 'long', day: 'numeric', month: 'long', timeZone: TIME_ZONE }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: TIME_ZONE }),
};

const timeOf = (ms: number, language: Language): string => {
  const { minute } = localOf(ms);
  const minutes = String(minute % 60).padStart(2, '0');
  return language === 'sv' ? `${Math.floor(minute / 60)}.${minutes}` : `${Math.floor(minute / 60)}:${minutes}`;
};

/** `8.00` today, else `måndag 30 november 8.00`; in English `at 8:00`, `on Monday 30 November at 8:00`. */
export function momentWords(ms: number, nowMs: number, language: Language): string {
  const time = timeOf(ms, language);
  const today = localOf(ms).date === localOf(nowMs).date;
  const day = today ? '' : dayForms[language].format(ms).replace(',', '');
  if (language === 'sv') return today ? time : `${day} ${time}`;
  return today ? `at ${time}` : `on ${day} at ${time}`;
}
