// Ord för frågan varför något gammalt eller skyddat öppnas.
export const why = {
  title: 'Varför öppnar du det här?',
  legend: 'Skäl',
  hint: 'Uppgifterna är skyddade eller äldre än 30 dagar. Vem som öppnar dem, när och varför antecknas, och kunden kan läsa det.',
  reasons: {
    clientAsked: 'Kunden har bett om det',
    subjectRequest: 'Någon har begärt besked om sina uppgifter',
    complaint: 'Ett klagomål eller en fråga i efterhand',
    fault: 'Ett fel ska hittas',
    incident: 'En incident ska utredas',
  },
  open: 'Öppna',
};
