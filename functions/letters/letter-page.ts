// Where a letter leads: the page of the portal with what it is about, by ids alone, for an address is read wherever mail is.
import type { LetterAbout } from '#letters/about.ts';
import type { Letter } from '#letters/letter.ts';

type Page = 'request' | 'agreement' | 'exports' | 'erasure';

const pages: Readonly<Record<LetterAbout, Page>> = {
  requestReceived: 'request',
  requestToForward: 'request',
  requestNotForwarded: 'request',
  requestForwarded: 'request',
  requestAwaitsInstruction: 'request',
  requestInstructed: 'request',
  requestDueSoon: 'request',
  requestLate: 'request',
  requestExtended: 'request',
  requestReleased: 'request',
  requestClosed: 'request',
  agreementSigned: 'agreement',
  agreementNewVersion: 'agreement',
  agreementEnding: 'agreement',
  agreementEnded: 'agreement',
  subProcessorChange: 'agreement',
  subProcessorObjection: 'agreement',
  // Before everything goes a copy can be taken out.
  clientEnding: 'exports',
  erasureToConfirm: 'erasure',
  erasureDone: 'erasure',
  exportReady: 'exports',
};

/** Officers have pages that stand also where the client, or any client, does not. */
export function letterPage({ to, about, clientId, refId }: Letter): string {
  const ofClient = `/c/${clientId}/privacy`;
  switch (pages[about]) {
    case 'request':
      return to === 'officers' ? `/requests/${clientId}/${refId}` : `${ofClient}/requests/${refId}`;
    case 'erasure':
      return to === 'officers' ? `/erasures/${clientId}/${refId}` : `${ofClient}/erasures/${refId}`;
    case 'exports':
      return `${ofClient}/exports`;
    case 'agreement':
      return ofClient;
  }
}
