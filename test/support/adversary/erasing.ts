// Exports and erasures on request in a life: asked for, counted, confirmed by a second person, done by the real jobs, certified.
import { until } from '#test/support/adversary/requesting.ts';
import type { Teller } from '#test/support/adversary/teller.ts';

interface Erasing {
  readonly say: Teller['say'];
  readonly clientId: string;
  /** Tokens of whoever asks, and of the second person. */
  readonly first: string;
  readonly second: string;
}

/** @returns the certificate's id. */
export async function erased({ say, clientId, first, second }: Erasing, body: object): Promise<string> {
  const params = { clientId };
  const { id } = await say('askForErasure', { of: 'erasure', token: first, params, body });
  const asThis = { of: 'erasure', token: second, params: { clientId, erasureId: id as string } };
  const read = () => say('readErasure', asThis);
  await until(read, ({ state }) => state === 'asked');
  await say('confirmErasure', { ...asThis, body: {} });
  const done = await until(read, ({ state }) => state === 'done' || state === 'byHand');
  if (done.state !== 'done') throw new Error(`Left to people: ${JSON.stringify(done.byHand)}`);
  return done.certificateId;
}

/** @returns the id of the file, once it is made. */
export async function exported({ say, clientId, first: token }: Omit<Erasing, 'second'>): Promise<string> {
  const body = { what: ['register', 'messages'], why: 'clientAsked' };
  const { id } = await say('createExport', { of: 'export', token, params: { clientId }, body });
  const asThis = { of: 'export', token, params: { clientId, exportId: id as string } };
  const { file } = await until(
    () => say('readExport', asThis),
    (one) => one.file,
  );
  return file.id;
}
