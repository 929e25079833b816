// The life of one person at a client that leaves something of hers in every store that a search for her asks.
import { newAgreement } from '#agreements/store.ts';
import { toDelivery } from '#deliveries/store.ts';
import { suppressAddress } from '#deliveries/suppressions.ts';
import { workExport } from '#exports/work-export.ts';
import type { ErasingPeople } from '#test/support/erasing-people.ts';
import { type Claims, portalClaims } from '#test/support/http-call.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runJobs } from '#test/support/run-jobs.ts';
import { newMachine } from '#users/machine-store.ts';

export const anna = { names: ['Anna Lind'], phones: ['070-174 06 50'], emails: ['anna@lind.example'] };
const [name = '', phone = '', email = ''] = [...anna.names, ...anna.phones, ...anna.emails];

/** Words of hers, and about her, each of which stands in one place only. */
export const words = {
  staff: 'Annas befattning',
  membership: 'Anna Lind som loggar in',
  client: 'Annas roll hos kunden',
  answering: 'Sök Anna Lind på kanslidagarna',
  machine: 'Anna Linds gamla växel',
  message: 'Annas hemliga ärende',
  toHer: 'Evas ärende till Anna',
  request: 'Annas tidigare begäran',
  erased: 'Det som Anna lät radera',
} as const;

export interface LifeEverywhere {
  staffId: string;
  claims: Claims;
  /** What only people can put otherwise. */
  noticeId: string;
  machinePlace: string;
  /** What she asked for before. */
  earlier: string;
  /** Of somebody else, who stays. */
  others: readonly string[];
}

export async function liveEverywhere(world: ErasingPeople): Promise<LifeEverywhere> {
  const { clientId, supervisor, app } = world;
  const params = { clientId };
  const disa = (await world.aStaffMember(clientId, { name: 'Disa Ek', alsoKnownAs: [], phones: [], emails: [] })).body
    .id;
  const emails = [{ address: email }];
  const hers = { name, title: words.staff, alsoKnownAs: [], phones: [{ number: phone }], emails };
  const staffId = (await world.aStaffMember(clientId, hers)).body.id;
  const userId = await world.aUser(clientId, 'clientAdmin', words.membership, email, staffId);
  const claims = portalClaims(userId, [clientId]);

  const contacts = [{ name, title: words.client, email }];
  const { etag: ifMatch } = await world.directory('GET /v1/clients/{clientId}', { claims: supervisor, params });
  const body = { contacts };
  await done(world.directory('PATCH /v1/clients/{clientId}', { claims: supervisor, params, body, ifMatch }));
  const notice = { claims: supervisor, params, body: { text: words.answering } };
  const noticeId = (await done(world.directory('POST /v1/clients/{clientId}/answering/notices', notice))).id;

  const caller = { name: 'Eva Berg' };
  await done(world.take(clientId, { staffId: disa, caller: { name, phone }, matter: words.message }));
  const toHer = await done(world.take(clientId, { staffId, caller, matter: words.toHer }));
  await done(world.take(clientId, { staffId: disa, caller, matter: 'Evas egen sak' }));
  await bounced(world, toHer.id);
  const erased = await done(world.take(clientId, { staffId, caller, matter: words.erased }));
  await world.erase({ clientId, id: erased.id });

  const earlier = await objection(world);
  const asked = { claims, params, body: { what: ['register', 'messages'], why: 'clientAsked' } };
  await done(world.privacy('POST /v1/clients/{clientId}/exports', asked));
  await world.runAll();
  await runJobs(world, app, { export: workExport });
  await done(world.ask({ what: 'register', messages: 'keep', why: 'clientAsked' }, claims));
  await signed(world, userId);
  const machinePlace = await aMachine(world);
  return { staffId, claims, noticeId, machinePlace, earlier, others: ['Evas egen sak', 'Eva Berg', 'Disa Ek'] };
}

/** Something that she asked for before, and that waits to be closed. */
async function objection({ clientId, officer, requests, step }: ErasingPeople): Promise<string> {
  const body = { kind: 'objection', by: 'client', who: anna, text: words.request };
  const call = { claims: officer, params: { clientId }, body };
  const { id } = await done(requests('POST /v1/clients/{clientId}/subject-requests', call));
  await done(step(id, { step: 'identify', method: 'calledBack' }));
  await done(step(id, { step: 'instruct', decision: 'carryOut', given: 'email', text: 'Ett brev' }));
  return id;
}

/** @throws Error where it was refused: a life that was not lived proves nothing. */
async function done(answer: Promise<{ status: number; body: unknown }>): Promise<{ id: string }> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`Refused with ${status}: ${JSON.stringify(body)}`);
  return body as { id: string };
}

async function bounced(world: ErasingPeople, messageId: string): Promise<void> {
  const items = await rawItems(world, 'records');
  const delivery = items
    .filter(({ kind }) => kind === 'delivery')
    .map(toDelivery)
    .find((one) => one.messageId === messageId);
  const keys = (await rawItems(world, 'messageKeys')).find(({ id }) => id === delivery?.keyId);
  if (!delivery || !keys) throw new Error('There is no delivery to her');
  await suppressAddress(world.app, delivery, keys.stableKey as Uint8Array, 'bounce');
}

/** She signed for the client, in other words than her name: that she did is evidence, and stays. */
async function signed({ app, clientId, clock }: ErasingPeople, userId: string): Promise<void> {
  const signature = { userId, method: 'portal', networkAddress: '192.0.2.1' };
  const evidence = JSON.stringify({ signature, countersignature: { name: 'Gunnel Söderström', title: 'VD' } });
  const made = newAgreement({
    clientId,
    id: app.newId('agreement'),
    signedBy: { name: 'Firmatecknaren', title: 'Enligt protokoll' },
    documentHash: '0'.repeat(64),
    signedAtMs: clock.nowMs(),
    toldUpToMs: clock.nowMs(),
    evidence: { document: { version: '2026-11', language: 'sv' }, evidence } as never,
  });
  await app.db.commit(made.writes);
}

async function aMachine({ app, clientId, clock }: ErasingPeople): Promise<string> {
  const place = 'place-a';
  const machine = { name: words.machine, scopes: ['directory.read' as const], clientIds: [clientId] };
  await app.db.commit(newMachine(place, app.newId('machine'), machine, clock.nowMs()).writes);
  return place;
}
