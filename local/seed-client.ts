// What an example client is made of, and the contacts and wishes that its staff have. Reserved telephone numbers and
// domains only, and no organisation has a number that begins with 4.
export interface SeedClient {
  readonly client: object;
  readonly staff: readonly { readonly name: string; readonly [field: string]: unknown }[];
  /** How its calls are answered; `alternatives` by their names. */
  readonly answering: { readonly alternatives: readonly string[]; readonly [field: string]: unknown };
  /** What operators are to know for a while. */
  readonly notices: readonly string[];
  readonly users: readonly {
    readonly email: string;
    readonly name: string;
    readonly role: string;
    readonly staff?: string;
    /** Signs the agreement for the client. */
    readonly maySign?: true;
  }[];
}

export const mobile = (number: string) => ({ label: 'Mobil', number, mayTell: false, mayConnect: true });
export const direct = (number: string) => ({ label: 'Direkt', number, mayTell: true, mayConnect: true });
export const work = (address: string) => ({ label: 'Arbete', address, mayTell: true });
const span = (from: string, until: string) => [{ from, until }];
/** Every weekday alike. */
export const weekOf = (from: string, until: string) => ({
  ...Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, span(from, until)])),
  sat: [],
  sun: [],
});
export const lunch = (from: string, until: string) => ({
  reason: 'lunch',
  recurring: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], times: { from, until } },
});
export const both = { normal: [{ channels: ['email', 'sms'] }], urgent: [{ channels: ['email', 'sms'] }] };
export const byEmail = { normal: [{ channels: ['email'] }], urgent: [{ channels: ['email', 'sms'] }] };
export const bySms = { normal: [{ channels: ['sms'] }], urgent: [{ channels: ['sms'] }] };
