// The agreement in a life: who the service is, who works for it, who signs, and who objects. It outlives the client on purpose.
import type { Flock } from '#test/support/adversary/flock.ts';
import type { Teller } from '#test/support/adversary/teller.ts';
import type { Json } from '#test/support/http-world.ts';
import type { TestRunner } from '#test/support/runner.ts';

interface Signing {
  readonly runner: TestRunner;
  readonly say: Teller['say'];
  readonly flock: Flock;
  readonly clientId: string;
}

/** What the agreement tells of the client itself is kept ten years: nothing that is to be gone with the client. */
const SOBER = { name: 'Undertecknaren', legalName: null, organisationNumber: null, town: null };

/**
 * `service` are the service's own details and its sub-processors, `signatory` the user who signs, `agreement` what stands in
 * the evidence. @returns the version of the client that holds after it.
 */
export async function signedLife({ runner, say, flock, clientId }: Signing, etag: string): Promise<string> {
  const params = { clientId };
  const officer = await runner.userToken('privacy@answeronline.example');
  const details: Json = await say('readServiceDetails', { of: 'service' });
  await say('changeServiceDetails', { of: 'service', ifMatch: details.etag, body: flock.service() });
  const added = await say('addSubProcessor', { of: 'service before', token: officer, body: flock.subProcessor() });
  await say('changeSubProcessor', {
    of: 'service',
    token: officer,
    params: { subProcessorId: added.id },
    ifMatch: added.etag,
    body: flock.subProcessor(),
  });

  const sober = await runner.request('PATCH', `/v1/clients/${clientId}`, {
    token: await runner.userToken('supervisor@answeronline.example'),
    body: SOBER,
    headers: { 'if-match': etag },
  });
  if (sober.status !== 200) throw new Error(`The client was to be sober: ${sober.text}`);
  const user = flock.user('clientAdmin') as { email: string };
  await say('inviteUser', { of: 'signatory', params, body: { ...user, maySign: true } });
  const token = await runner.userToken(user.email);
  const { draft } = await say('listAgreements', { of: 'agreement', params, token });
  const { version, language, documentHash } = draft;
  const said = { version, language, documentHash, mayBind: true, ...flock.signature() };
  const agreement = await say('signAgreement', { of: 'agreement', params, token, key: flock.key(), body: said });
  const asAgreement = { of: 'agreement', token, params: { clientId, agreementId: agreement.id } };
  await say('objectToSubProcessor', { ...asAgreement, body: { subProcessorId: added.id, text: flock.note() } });
  await say('readAgreement', asAgreement);
  return (await say('readClient', { of: 'client before', params })).etag;
}
