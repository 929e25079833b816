// Words of the staff register.
export const staff = {
  title: 'Personal',
};
