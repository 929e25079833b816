// Ord för frågan varför något gammalt eller skyddat öppnas, eller något raderas.
export const why = {
  title: 'Ange varför',
  legend: 'Skäl',
  hint: 'Det som är skyddat eller äldre än 30 dagar öppnas inte utan skäl, och inget raderas utan skäl. Vem, när och varför antecknas, och kunden kan läsa det.',
  reasons: {
    clientAsked: 'Kunden har bett om det',
    subjectRequest: 'Någon har begärt besked om sina uppgifter',
    complaint: 'Ett klagomål eller en fråga i efterhand',
    fault: 'Ett fel ska hittas',
    incident: 'En incident ska utredas',
  },
  open: 'Fortsätt',
};
