// Words of what the browser keeps.
export const kept = {
  title: 'Ej skickat – väntar',
  written: 'Skrivet',
  nextTry: 'Nytt försök',
  sendingNow: 'Skickas nu',
  tryNow: 'Försök nu',
  refused: 'Gick inte att skicka',
  open: 'Öppna',
  signOutTitle: 'Meddelanden väntar',
  signOutWaits: (count: number) =>
    count === 1
      ? '1 meddelande är inte skickat än. Du loggas ut när det har gått iväg.'
      : `${count} meddelanden är inte skickade än. Du loggas ut när de har gått iväg.`,
  begunTitle: 'Påbörjade meddelanden',
  begun: (count: number) =>
    count === 1
      ? 'Du har börjat på 1 meddelande som inte är skickat. Det försvinner när du loggar ut.'
      : `Du har börjat på ${count} meddelanden som inte är skickade. De försvinner när du loggar ut.`,
  stay: 'Stanna kvar',
  wait: 'Vänta',
  waitingNow: 'Väntar. Du loggas ut när allt har gått iväg.',
  print: 'Skriv ut',
  leaveAnyway: 'Logga ut ändå',
  leaveHint: (until: string) => `Det ligger kvar här till ${until} och skickas när du loggar in i den här webbläsaren.`,
  soonLostTitle: 'Försvinner snart',
  soonLost: (until: string) =>
    `Det här har väntat i elva timmar och raderas ${until} om det inte går iväg. Skriv ut det eller skriv av det.`,
  seen: 'Jag har sett det',
  printedTitle: 'Meddelanden som inte är skickade',
  printedFoot: 'Innehåller personuppgifter. Förstör pappret när meddelandet är framme.',
};
