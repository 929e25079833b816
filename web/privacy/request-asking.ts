// What somebody asks for, as its form holds it and as the API takes it. Pure.
/** What is filled in of who asks and what for. */
export type Asking = {
  /** One on each line. */
  readonly names: string;
  readonly phones: string;
  readonly emails: string;
  readonly text: string;
  readonly contact: string;
};

export const emptyAsking: Asking = { names: '', phones: '', emails: '', text: '', contact: '' };

export const askingPointers = ['/who/names', '/who/phones', '/who/emails', '/who', '/text', '/contact'];

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** @param staffId stays as it is: it is set where the person is chosen in the register. */
export const askingBody = ({ names, phones, emails, text, contact }: Asking, staffId: string | null) => ({
  who: { names: linesOf(names), phones: linesOf(phones), emails: linesOf(emails), staffId },
  text: text.trim() || null,
  contact: contact.trim() || null,
});
