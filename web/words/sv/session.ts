// Words of signing in, out and the lock.
export const session = {
  titles: {
    signedOut: 'Du är utloggad',
    idle: 'Skärmen är låst',
    expired: 'Du behöver logga in igen',
    failed: 'Inloggningen blev inte klar',
    refused: 'Du har inte tillgång',
  },
  why: {
    signedOut: 'Du har loggat ut. Ingenting av det du såg finns kvar i webbläsaren.',
    idle: 'Ingen har rört den på en stund. Det du skrev finns kvar.',
    expired: 'Inloggningen har gått ut. Det du skrivit finns kvar.',
    failed: 'Något gick fel på vägen, eller så svarar inte tjänsten just nu. Försök igen om en stund.',
    refused: 'Kontot hör inte till något företag längre. Fråga den som bjöd in dig.',
  },
  button: {
    signedOut: 'Logga in',
    idle: 'Lås upp',
    expired: 'Logga in',
    failed: 'Försök igen',
    refused: 'Logga in som någon annan',
  },
  waits: (count: number) =>
    count === 1
      ? 'Ett meddelande väntar här på att skickas. Det går iväg när du loggar in.'
      : `${count} meddelanden väntar här på att skickas. De går iväg när du loggar in.`,
  stillThere: 'Är du kvar?',
  willLock: 'Skärmen låses om två minuter. Tryck på en tangent eller rör musen så fortsätter du.',
  iAmHere: 'Jag är kvar',
};
