// Agreements on an engine of their own: a client that has not signed, an admin who may, and a service that has said who it is.

import type { AgreementsApp } from '#agreements/app.ts';
import type { Agreement, AgreementDetail } from '#agreements/schema.ts';
import { portalSigning } from '#agreements/signing-method.ts';
import { serveAgreements } from '#api/agreements.ts';
import { serveDirectory } from '#api/directory.ts';
import { routeTable } from '#api/route-table.ts';
import type { Client } from '#clients/schema.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { aClient, type ClientBody } from '#test/support/builders/clients.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import type { Engine } from '#test/support/engine.ts';
import type { Answered, Call, Caller, Claims } from '#test/support/http-call.ts';
import { callerOf } from '#test/support/http-call.ts';
import { localSigner } from '#test/support/local-signer.ts';
import { portalPerson, servicePerson } from '#test/support/people.ts';

export const AGREEMENTS = '/v1/clients/{clientId}/agreements';

interface Draft {
  version: string;
  language: string;
  documentHash: string;
  text: string;
  ready: boolean;
  newVersion: boolean;
  changedFacts: boolean;
}
type Listed = { items: Agreement[]; draft: Draft | null } & ProblemBody;

export const aService = () => ({
  name: 'Svarsbolaget AB',
  organisationNumber: '402000-0206',
  address: 'Kajen 1, Härnösand',
  email: 'info@svarsbolaget.example',
  phone: '08-465 004 00',
  privacyContact: { name: 'Birgitta Åhman', email: 'ombud@svarsbolaget.example', phone: null },
  signatory: { name: 'Gunnel Söderström', title: 'VD' },
});

export const aSubProcessor = () => ({
  name: 'Brevbäraren AB',
  address: 'Storgatan 2, Härnösand',
  contact: 'dataskydd@brevbararen.example',
  country: 'SE',
  place: 'Sverige',
  purpose: { sv: 'Tryck av brev', en: 'Printing of letters' },
});

export interface AgreementsWorld extends Omit<DirectoryWorld, 'app' | 'aClient'> {
  app: AgreementsApp;
  /** Of clients, staff and the desk. */
  directory: Caller;
  officer: Claims;
  /** Nordvik, which has not signed, and the admin who may. */
  clientId: string;
  signatory: Claims;
  anotherClient(changes?: Partial<ClientBody>): Promise<{ clientId: string; signatory: Claims }>;
  /** Says who the service is. */
  introduce(changes?: object): Promise<Answered<ProblemBody>>;
  list(call?: Call): Promise<Answered<Listed>>;
  /** What the draft says, unless the body says otherwise. */
  sign(body?: object, call?: Call): Promise<Answered<Agreement & ProblemBody>>;
  read(agreementId: string, call?: Call): Promise<Answered<AgreementDetail & ProblemBody>>;
}

export async function agreementsWorld(engine: Engine): Promise<AgreementsWorld> {
  const world = await directoryWorld(engine);
  const app: AgreementsApp = { ...world.app, sealer: localSigner(), signing: portalSigning };
  const agreements = callerOf(serveAgreements(() => app));
  const call: Caller = (routeKey, more) => {
    const route = routeTable.find(({ method, path }) => `${method} ${path}` === routeKey);
    return (route?.api === 'agreements' ? agreements : world.call)(routeKey, more);
  };
  const unsigned = callerOf(serveDirectory(() => ({ ...world.app, retentionMonths: 6 })));
  const anotherClient = async (changes: Partial<ClientBody> = {}) => {
    const body = aClient({ numbers: [], ...changes });
    const made = await unsigned<Client>('POST /v1/clients', { claims: world.supervisor, body });
    const clientId = made.body.id;
    return { clientId, signatory: await portalPerson(world, clientId, 'clientAdmin', undefined, { maySign: true }) };
  };
  const { clientId, signatory } = await anotherClient();
  const params = { clientId };
  const list = (more: Call = {}) => call<Listed>(`GET ${AGREEMENTS}`, { claims: signatory, params, ...more });
  return {
    ...world,
    app,
    call,
    directory: world.call,
    officer: await servicePerson(world, 'privacyOfficer'),
    clientId,
    signatory,
    anotherClient,
    async introduce(changes) {
      const { etag } = await call('GET /v1/service-details', { claims: world.supervisor });
      const body = { ...aService(), ...changes };
      return call('PUT /v1/service-details', { claims: world.supervisor, body, ifMatch: etag });
    },
    list,
    async sign(body = {}, more = {}) {
      const { draft } = (await list({ ...more, ...(more.params && { params: more.params }) })).body;
      const { version, language, documentHash } = draft ?? { version: '', language: '', documentHash: '' };
      const said = { version, language, documentHash, name: 'Åsa Öberg', title: 'VD', mayBind: true, ...body };
      return call(`POST ${AGREEMENTS}`, { claims: signatory, params, body: said, ...more });
    },
    read: (agreementId, more) =>
      call(`GET ${AGREEMENTS}/{agreementId}`, { claims: signatory, params: { clientId, agreementId }, ...more }),
  };
}
