// Words of the operator’s desk.
export const desk = {
  title: 'Svarsplats',
};
