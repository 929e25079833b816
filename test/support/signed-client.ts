// Lets a client of a runner sign the agreement, by an admin of its own who may: without it neither staff nor messages are taken.
import { randomUUID } from 'node:crypto';
import { signAgreement } from '#local/sign-agreement.ts';
import type { RunnerClient } from '#test/support/runner-client.ts';

const SIGNATORY = { name: 'Sigrid Firmatecknare', title: 'VD' };

/** @param supervisor a token. @returns who has signed. */
export async function signClient(
  runner: Pick<RunnerClient, 'origin' | 'request' | 'userToken'>,
  clientId: string,
  supervisor: string,
): Promise<{ email: string; token: string }> {
  const email = `firmatecknare.${randomUUID().slice(0, 8)}@tecknare.example`;
  const body = { email, name: SIGNATORY.name, role: 'clientAdmin', maySign: true };
  const invited = await runner.request('POST', `/v1/clients/${clientId}/users`, { token: supervisor, body });
  if (invited.status !== 201) throw new Error(`The signatory is not invited: ${invited.status} ${invited.text}`);
  const token = await runner.userToken(email);
  await signAgreement({ origin: runner.origin, clientId, token, ...SIGNATORY });
  return { email, token };
}
