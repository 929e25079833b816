// What the service itself puts into an operator's mouth, Swedish and English, where neither person nor client has said it.
import type { Language } from '#shared/fields.ts';

type Connect = 'yes' | 'ask' | 'no';

interface Words {
  greeting(client: string): string;
  /** True of everybody: it tells neither that somebody works there nor that somebody does not. */
  protected: string;
  /** @param opens undefined where it is not known to open again. */
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
    closed: (opens) => (opens ? `We are closed, and open again ${opens}.` : 'We are closed.'),
    open: 'I can take a message.',
    person: {
      yes: (name) => `One moment, I am putting you through to ${name}.`,
      ask: (name) => `One moment, I will ask whether ${name} can take the call.`,
      no: (name) => `${name} cannot take calls right now. I can take a message.`,
    },
  },
};
