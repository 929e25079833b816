// Messages to people who get an e-mail and an SMS each, marked so that they are known again in the outbox.
import { signAgreement } from '#local/sign-agreement.ts';
import { aClient } from '#test/support/builders/clients.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { aMessage } from '../routes/step.ts';
import type { OutboxEntry, Runner } from './runner.ts';

export interface Posting {
  /** @returns when it has been answered. */
  post(mark: number): Promise<void>;
}

export const CHANNELS = 2;
/** The stage caps what a client may send in a day. */
const BELOW_THE_SMS_CAP = 400;
const GIVE_UP_MS = 300_000;

export const nowMs = () => performance.timeOrigin + performance.now();
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** As many clients as so many messages need. */
export async function openPosting(runner: Runner, messages: number): Promise<Posting> {
  const recipients: { clientId: string; staffId: string }[] = [];
  while (recipients.length * BELOW_THE_SMS_CAP < messages) {
    const { id: clientId } = await runner.request<{ id: string }>('POST', '/v1/clients', aClient({ numbers: [] }));
    await sign(runner, clientId);
    const staff = await runner.request<{ id: string }>('POST', `/v1/clients/${clientId}/staff`, aStaffMember());
    recipients.push({ clientId, staffId: staff.id });
  }
  let turn = 0;
  return {
    async post(mark) {
      turn += 1;
      const { clientId, staffId } = recipients[turn % recipients.length] ?? { clientId: '', staffId: '' };
      const message = aMessage(staffId);
      const matter = `#${String(mark).padStart(6, '0')} ${message.matter}`.slice(0, 200);
      await runner.request('POST', `/v1/clients/${clientId}/messages`, { ...message, matter });
    },
  };
}

/** Neither staff nor messages are taken before. */
async function sign(runner: Runner, clientId: string): Promise<void> {
  const user = { email: `vd.${clientId.toLowerCase()}@tecknare.example`, name: 'Sigrid Ek' };
  await runner.request('POST', `/v1/clients/${clientId}/users`, { ...user, role: 'clientAdmin', maySign: true });
  const { access_token } = await runner.request<{ access_token: string }>('POST', '/dev/token', { user: user.email });
  await signAgreement({ origin: runner.origin, clientId, token: access_token, name: user.name, title: 'VD' });
}

export const markOf = ({ text }: OutboxEntry): number => Number(/#(\d{6}) /.exec(text)?.[1] ?? Number.NaN);

export const atLeast =
  (length: number) =>
  (entries: readonly OutboxEntry[]): boolean =>
    entries.length >= length;

export async function untilOutbox(
  runner: Runner,
  isDone: (entries: readonly OutboxEntry[]) => boolean,
  everyMs: number,
): Promise<OutboxEntry[]> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (;;) {
    const entries = await runner.outbox();
    if (isDone(entries)) return entries;
    if (performance.now() > giveUpAt)
      throw new Error(`Not all entries have reached the outbox: ${entries.length} are there`);
    await pause(everyMs);
  }
}
