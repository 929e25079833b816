// What an example client is made of, and the contacts and wishes that its staff have. Reserved telephone numbers and
// domains only, and no organisation has a number that begins with 4.
export interface SeedClient {
  readonly client: object;
  readonly staff: readonly { readonly name: string; readonly [field: string]: unknown }[];
  readonly users: readonly {
    readonly email: string;
    readonly name: string;
    readonly role: string;
    readonly staff?: string;
  }[];
}

export const mobile = (number: string) => ({ label: 'Mobil', number, mayTell: false, mayConnect: true });
export const direct = (number: string) => ({ label: 'Direkt', number, mayTell: true, mayConnect: true });
export const work = (address: string) => ({ label: 'Arbete', address, mayTell: true });
export const both = { normal: [{ channels: ['email', 'sms'] }], urgent: [{ channels: ['email', 'sms'] }] };
export const byEmail = { normal: [{ channels: ['email'] }], urgent: [{ channels: ['email', 'sms'] }] };
export const bySms = { normal: [{ channels: ['sms'] }], urgent: [{ channels: ['sms'] }] };
