// What is to be opened on a message: a dialog, or the editor of its note.
export interface Wanted {
  readonly id: string;
  readonly what: 'forward' | 'note' | 'misdirected' | 'erase';
}
