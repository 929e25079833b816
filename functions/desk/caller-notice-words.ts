// The words of the page for callers, Swedish and English.
import type { Language } from '#shared/fields.ts';

interface Words {
  title(name: string): string;
  controller: string;
  isController(name: string): string;
  organisationNumber: string;
  processor(name: string): string;
  purpose: string;
  defaultPurpose: string;
  data: string;
  dataKept: string;
  howLong: string;
  kept(retention: string): string;
  copies: string;
  rights: string;
  yourRights(name: string): string;
  contact: string;
  noContact(name: string): string;
  phone: string;
  email: string;
  address: string;
  web: string;
  complaint: string;
  authority: string;
}

export const noticePageWords: Record<Language, Words> = {
  sv: {
    title: (name) => `Dina uppgifter när du ringer ${name}`,
    controller: 'Vem som ansvarar',
    isController: (name) => `${name} är personuppgiftsansvarig.`,
    organisationNumber: 'Organisationsnummer',
    processor: (name) =>
      `Samtalet besvaras av en telefonpassning som är personuppgiftsbiträde: den tar emot meddelanden på uppdrag av ${name} och använder uppgifterna till inget annat.`,
    purpose: 'Varför uppgifterna sparas',
    defaultPurpose:
      'För att ta emot ditt meddelande, lämna det vidare till den du söker och kunna höra av sig till dig.',
    data: 'Vad som sparas',
    dataKept:
      'Det du själv berättar: namn, företag, telefonnummer, e-postadress och ärende, och när du ringde. Du behöver inte lämna några uppgifter.',
    howLong: 'Hur länge',
    kept: (retention) =>
      `Meddelandet raderas senast ${retention} efter samtalet, och kan sedan inte tas fram igen ur telefonpassningens system.`,
    copies: 'En kopia som har skickats till mottagarens e-post eller telefon raderas av mottagaren.',
    rights: 'Dina rättigheter',
    yourRights: (name) =>
      `Du har rätt att få veta vad som finns sparat om dig och att få en kopia, att få fel rättade, att få uppgifter raderade, att begränsa hur de används och att invända mot att de används. Vänd dig till ${name}.`,
    contact: 'Kontakt',
    noContact: (name) => `Ring ${name} på det nummer som du ringde.`,
    phone: 'Telefon',
    email: 'E-post',
    address: 'Adress',
    web: 'Webbplats',
    complaint: 'Är du inte nöjd kan du klaga hos',
    authority: 'Integritetsskyddsmyndigheten, IMY',
  },
  en: {
    title: (name) => `Your data when you call ${name}`,
    controller: 'Who is responsible',
    isController: (name) => `${name} is the controller of the data.`,
    organisationNumber: 'Organisation number',
    processor: (name) =>
      `The call is answered by a telephone answering service, which is a processor: it takes messages on behalf of ${name} and uses the data for nothing else.`,
    purpose: 'Why the data is kept',
    defaultPurpose:
      'To take your message, to pass it on to the person you are calling, and to be able to get back to you.',
    data: 'What is kept',
    dataKept:
      'What you say yourself: name, company, telephone number, e-mail address and what it is about, and when you called. You need not give any of it.',
    howLong: 'For how long',
    kept: (retention) =>
      `The message is erased ${retention} after the call at the latest, and cannot be brought back from the systems of the answering service after that.`,
    copies: 'A copy that was sent to the mailbox or telephone of the recipient is erased by the recipient.',
    rights: 'Your rights',
    yourRights: (name) =>
      `You have the right to know what is kept about you and to get a copy of it, to have errors corrected, to have data erased, to restrict how it is used, and to object to its use. Turn to ${name}.`,
    contact: 'Contact',
    noContact: (name) => `Call ${name} on the number that you called.`,
    phone: 'Telephone',
    email: 'E-mail',
    address: 'Address',
    web: 'Website',
    complaint: 'If you are not content, you may complain to',
    authority: 'the Swedish Authority for Privacy Protection, IMY',
  },
};
