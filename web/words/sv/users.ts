// Words of users, operators and clients.
export const users = {
  title: 'Användare',
};
