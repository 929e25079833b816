// Words of the client’s own page.
export const client = {
  title: 'Företaget',
};
