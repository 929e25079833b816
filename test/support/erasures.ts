// Erasures through the API of a runner: asked for by one, waited for, confirmed by another.
import { type CallOptions, type HttpWorld, type Json, made, newAddress } from '#test/support/http-world.ts';

type Of = Pick<HttpWorld, 'call' | 'path'>;

/** Another officer than the one of the seeds. */
export async function anotherOfficer({ call, runner }: Pick<HttpWorld, 'call' | 'runner'>): Promise<string> {
  const email = newAddress('officer');
  await made(call('POST', '/operators', { body: { email, name: 'Olga Ombud', role: 'privacyOfficer' } }));
  return runner.userToken(email);
}

/** Its job is a moment away. */
export async function untilErasure(
  { call, path }: Of,
  id: string,
  states: readonly string[],
  options: CallOptions,
): Promise<Json> {
  const giveUpAt = performance.now() + 20_000;
  for (;;) {
    const erasure = await made(call('GET', path(`/erasures/${id}`), options), 200);
    if (states.includes(erasure.state)) return erasure;
    if (performance.now() > giveUpAt) throw new Error(`Not ${states.join(' or ')}: ${JSON.stringify(erasure)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
