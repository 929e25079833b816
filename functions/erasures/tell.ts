// Who is told of an erasure: whoever may be the second person that it waits; the client's admins, once, that it is done.
import type { ErasureRecord } from '#erasures/store.ts';
import { letter } from '#letters/letter.ts';
import type { App } from '#shared/app.ts';
import type { Write } from '#shared/writes.ts';

/** Of a person an officer confirms; else the other side: officers where the client has asked, its admins where we have. */
const secondSide = ({ what, askedAs }: ErasureRecord) =>
  what === 'person' || askedAs === 'clientAdmin' ? ('officers' as const) : ('admins' as const);

export const tellSecondPerson = (app: App, erasure: ErasureRecord): Write[] =>
  letter(app, {
    clientId: erasure.clientId,
    to: secondSide(erasure),
    about: 'erasureToConfirm',
    refId: erasure.id,
  });

/** To tell earlier recipients is the controller's duty (art. 19 GDPR). A client that is gone has no admins any more. */
export const tellDone = (app: App, { clientId, what, id: refId }: ErasureRecord): Write[] =>
  letter(app, { clientId, to: what === 'client' ? 'officers' : 'admins', about: 'erasureDone', refId });
