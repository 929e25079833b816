// Words of the inbox.
export const inbox = {
  title: 'Meddelanden',
};
