// The steps of a subject request, as the walk through the privacy desk takes them.
import { type Json, type Person, show, signIn, until } from './privacy-desk-runner.ts';

export type { Json };

const { items } = await (await signIn('operator@answeronline.example')).post('/clients/search', {
  number: '08-465 004 10',
});
/** Nordvik Bygg, of the runner's examples. */
export const client = `/clients/${items[0].id}`;

/** @returns the path of the request. */
export async function logged(operator: Person, body: object): Promise<string> {
  const { id, state, forwardBy, deadline } = await operator.post(`${client}/subject-requests`, body);
  show(`${id}: ${state}, to be forwarded by ${forwardBy} and answered by ${deadline}`);
  return `${client}/subject-requests/${id}`;
}

/** Forwarded, instructed by the client, identified, searched for. */
export async function officerPrepares(request: string, officer: Person, admin: Person): Promise<void> {
  await officer.post(`${request}/steps`, { step: 'forward' });
  await admin.post(`${request}/steps`, { step: 'instruct', decision: 'carryOut' });
  await officer.post(`${request}/steps`, { step: 'identify', method: 'calledBack' });
  await officer.post(`${request}/steps`, { step: 'prepare' });
  await until(
    () => officer.get(`${request}/report`),
    ({ searchedAt }) => searchedAt !== null,
  );
}

export async function showFindings(request: string, officer: Person): Promise<void> {
  const { items: found } = await officer.get(`${request}/findings`);
  for (const { store, recordId, as, how } of found)
    show(`${store} ${recordId}: as ${as.join(', ')}, by ${how.join(', ')}`);
}

export async function closed(request: string, officer: Person, outcome: string): Promise<void> {
  const { closing } = await officer.post(`${request}/steps`, { step: 'close', outcome });
  show(...closing.text.split('\n').filter((line: string) => line !== ''));
}
