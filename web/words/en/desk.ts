// Words of the operator’s desk.
import type { Words } from '#web/words/words-shape.ts';

export const desk: Words['desk'] = {
  title: 'Desk',
  keyPlaces: {
    anywhere: 'Anywhere at the desk',
    callField: 'In the call field, while it is empty',
    search: 'While hits are shown',
    form: 'In the form',
    ended: 'When a call ends without a message',
  },
  keys: {
    toCallField: 'To the call field; what you have written stays as a draft',
    callBack: 'Wants to be called back, on and off',
    urgent: 'Urgent, on and off',
    sensitive: 'Sensitive, on and off',
    send: 'Send the message',
    back: 'One step back',
    sheet: 'Show the keys',
    lastClient: 'Open the last client again',
    correct: 'Correct what was sent last',
    takeBack: 'Take back what was sent last',
    choose: 'Choose among the hits',
    open: 'Open the hit',
    nextField: 'To the next field; in the matter a new line',
    endAs: 'Connected, wrong number, sales call, hung up',
  },
};
