// Words of a staff member’s own pages.
export const own = {
  title: 'Min start',
};
