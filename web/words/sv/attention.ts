// Words of the attention list.
export const attention = {
  title: 'Att åtgärda',
};
