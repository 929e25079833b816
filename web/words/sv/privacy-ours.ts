// Words of requests about our own records, of which the service is the controller itself: nobody else gives an instruction.
export const ours = {
  states: {
    received: 'Att besluta',
    forwarded: 'Att besluta',
    instructed: 'Beslut finns',
    preparing: 'Förbereds',
    released: 'Att lämna ut',
    closed: 'Avslutad',
  },
  what: {
    received: 'Det gäller våra egna uppgifter: vi bestämmer själva vad som ska göras. Besluta: gör det, eller avslå.',
    instructedAccess: 'Det är beslutat att det ska göras. Sök efter personen i allt som finns hos oss.',
    instructedErasure:
      'Det är beslutat att det ska göras. Sök efter personen, så visar det sig vilka konton som ska tas bort.',
    instructedHand: 'Det är beslutat att det ska göras. Gör det, och avsluta sedan med ett svar till personen.',
    erasing:
      'Gå igenom det som hittades. Be sedan en gruppledare ta bort personens konton: våra egna under Telefonister, en kunds under kundens Användare. Annat sparas som bevis eller försvinner på sin tid. Avsluta när kontona är borta.',
    refused: 'Det är beslutat att avslå. Avsluta med ett svar som säger varför.',
    released: 'Hämta utdraget, lämna det till personen, och avsluta sedan med ett svar.',
  },
  notGone:
    'Det går inte än: sökningen ska vara klar, varje träff bedömd, och personens konton borttagna av en gruppledare.',
  steps: { instruct: 'Besluta', release: 'Lämna ut utdraget' },
  done: { instruct: 'Beslutet är sparat.', release: 'Utdraget kan hämtas och lämnas till personen.' },
  course: { carryOut: 'Beslut: gör det', refuse: 'Beslut: avslå', released: 'Utdraget klart att lämna till personen' },
  knownToUs: 'Vi känner personen',
  searching: 'Söker igenom allt som finns hos oss',
};
