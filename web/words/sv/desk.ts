// Words of the operator’s desk.
export const desk = {
  title: 'Svarsplats',
  keyPlaces: {
    anywhere: 'Var som helst på svarsplatsen',
    callField: 'I samtalsfältet, när det är tomt',
    search: 'När träffar visas',
    form: 'I formuläret',
    ended: 'När samtalet avslutas utan meddelande',
  },
  keys: {
    toCallField: 'Till samtalsfältet; det du skrivit ligger kvar som utkast',
    callBack: 'Vill bli uppringd, av och på',
    urgent: 'Brådskande, av och på',
    sensitive: 'Känsligt, av och på',
    send: 'Skicka meddelandet',
    back: 'Ett steg tillbaka',
    sheet: 'Visa tangenterna',
    lastClient: 'Öppna den senaste kunden igen',
    correct: 'Rätta det senast skickade',
    takeBack: 'Återta det senast skickade',
    choose: 'Välj bland träffarna',
    open: 'Öppna träffen',
    nextField: 'Till nästa fält; i ärendet en ny rad',
    endAs: 'Kopplat, fel nummer, säljsamtal, lade på',
  },
};
