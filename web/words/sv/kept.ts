// Words of what the browser keeps.
export const kept = {
  title: 'Ej skickat – väntar',
};
