// A call as the desk holds it: whose client, to whom, and all that was typed. Pure, and whole enough to survive a reload.

export interface Recipient {
  /** null: the client's general inbox. */
  readonly staffId: string | null;
  readonly name: string;
}

export interface Fields {
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  readonly matter: string;
  readonly extension: string;
  readonly secondPhone: string;
  readonly email: string;
  readonly callBack: boolean;
  readonly urgent: boolean;
  readonly sensitive: boolean;
  readonly copyTo: readonly Recipient[];
}

export interface Call {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  /** The called number's `lin_…`. */
  readonly line: string | null;
  /** By the service's clock. */
  readonly beganAtMs: number;
  /** Of a call that is written in afterwards, RFC 3339. */
  readonly calledAt: string | null;
  /** The number that the switchboard said the caller has: it is nobody's typing. */
  readonly from: string;
  readonly recipient: Recipient | null;
  readonly fields: Fields;
  /** References of what was said, the desk's first. */
  readonly answered: readonly string[];
  readonly changedAtMs: number;
  /** Send was pressed, with this `calledAt`: the outbox has it at once, and then the call is gone from here. */
  readonly sentAs: string | null;
  /** The page went away in that very moment: whoever takes it up again is told. */
  readonly isPerhapsSent: boolean;
}

export const noFields: Fields = {
  name: '',
  company: '',
  phone: '',
  matter: '',
  extension: '',
  secondPhone: '',
  email: '',
  callBack: false,
  urgent: false,
  sensitive: false,
  copyTo: [],
};

const texts = ['name', 'company', 'phone', 'matter', 'extension', 'secondPhone', 'email'] as const;
/** What the API takes. */
const MOST_ANSWERS = 7;
export const MOST_COPIES = 5;

type NewCall = Pick<Call, 'id' | 'clientId' | 'clientName' | 'line'> & { nowMs: number; from?: string };

export const newCall = ({ nowMs, from = '', ...call }: NewCall): Call => ({
  ...call,
  beganAtMs: nowMs,
  calledAt: null,
  from,
  recipient: null,
  fields: { ...noFields, phone: from },
  answered: [],
  changedAtMs: nowMs,
  sentAs: null,
  isPerhapsSent: false,
});

/** Something that would be missed: a word, a number, a name to copy to. */
export const hasText = ({ fields, from }: Call): boolean =>
  fields.copyTo.length > 0 ||
  texts.some((name) => fields[name].trim() !== '' && !(name === 'phone' && fields.phone === from));

/** The newest is told, where the API has no room for all. */
export const withAnswers = (answered: readonly string[], more: readonly string[]): readonly string[] =>
  [...answered.filter((one) => !more.includes(one)), ...more].slice(-MOST_ANSWERS);
