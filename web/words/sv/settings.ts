// Words of the settings page.
export const settings = {
  title: 'Inställningar',
  language: 'Språk',
  sv: 'Svenska',
  en: 'English',
  theme: 'Utseende',
  auto: 'Som datorn eller telefonen',
  light: 'Ljust',
  dark: 'Mörkt',
  keys: 'Tangenter i listor',
  keysHint: 'Enstaka bokstäver som j, k och e gör saker när en lista har fokus. Stäng av om du talar till datorn.',
  keysOn: 'På',
  keysOff: 'Av',
  keptHere: 'Valen sparas i den här webbläsaren.',
};
