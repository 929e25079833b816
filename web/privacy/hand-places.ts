// Where each thing that an erasure leaves to people is changed or erased, by the store that it is named by.

const handStores = ['message', 'staff', 'membership', 'suppression', 'client', 'answering', 'machine'] as const;
export type HandStore = (typeof handStores)[number];

interface HandPlace {
  readonly href: string;
  /** The client's admin may always go there; the privacy officer reads some of it. */
  readonly isForOfficer: boolean;
}

export const handStoreOf = (store: string): HandStore | 'other' => handStores.find((one) => one === store) ?? 'other';

/** undefined for what has no page: systems are connected and taken away through the API. */
export function handPlaceOf(clientId: string, store: string, recordId: string): HandPlace | undefined {
  const home = `/c/${clientId}`;
  switch (handStoreOf(store)) {
    case 'message':
      return { href: `${home}/messages/${recordId}`, isForOfficer: false };
    case 'staff':
      return { href: `${home}/staff/${recordId}`, isForOfficer: false };
    case 'membership':
      return { href: `${home}/users`, isForOfficer: false };
    case 'suppression':
      // Of a person, or of the client's general inbox.
      return recordId.startsWith('stf_')
        ? { href: `${home}/staff/${recordId}`, isForOfficer: false }
        : { href: `${home}/company`, isForOfficer: true };
    case 'client':
      return { href: `${home}/company`, isForOfficer: true };
    case 'answering':
      return { href: `${home}/company/notices`, isForOfficer: true };
    default:
      return undefined;
  }
}
