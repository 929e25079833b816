// A life with a canary in every text: a register that is edited, messages that are taken, go wrong, are read and erased.
import { type Flock, newFlock } from '#test/support/adversary/flock.ts';
import { reportedLife, requestedLife } from '#test/support/adversary/requesting.ts';
import { signedLife } from '#test/support/adversary/signing.ts';
import type { Spy } from '#test/support/adversary/spy.ts';
import { type Teller, tellerOn } from '#test/support/adversary/teller.ts';
import { troubledDeliveries } from '#test/support/adversary/troubles.ts';
import type { Json } from '#test/support/http-world.ts';
import type { TestRunner } from '#test/support/runner.ts';

/** A Monday by day, in winter. */
const MORNING = '2027-03-01T10:00:00+01:00';
/** A call that is written in later. */
const TEN_TO = '2027-03-01T09:50:00+01:00';
const NIGHT = '2027-03-01T23:00:00+01:00';
const NEXT_MORNING = '2027-03-02T07:00:01+01:00';

/**
 * Whose secrets there are: `service`, `client`, its `notice`, its `agreement` and its `signatory`, staff members `anna`, `bo` and `cia`, users `user`, `operator` and `machine`, messages
 * `message` and `message by hand`, a person's `request`; what edits took out is `… before`, what was refused `refused`, keys of requests `key`.
 */
export interface Life {
  readonly teller: Teller;
  readonly flock: Flock;
  readonly clientId: string;
  readonly staff: Readonly<Record<'anna' | 'bo', string>>;
  readonly userId: string;
  readonly operatorId: string;
  readonly machineId: string;
  /** Without the one that is erased by hand. */
  readonly messages: readonly Json[];
  readonly erasable: Json;
  /** What callers were told who asked for something that is refused. */
  readonly refusals: readonly string[];
}

interface Living {
  readonly runner: TestRunner;
  readonly spy: Spy;
}

export async function live({ runner, spy }: Living, { withTroubles }: { withTroubles: boolean }): Promise<Life> {
  const teller = await tellerOn(runner, await runner.userToken('supervisor@answeronline.example'));
  const flock = newFlock();
  const say: Teller['say'] = async (operationId, said) => {
    const answer = await teller.say(operationId, said);
    await spy.look();
    return answer;
  };
  await runner.moveClock(MORNING);

  const client = await say('createClient', { of: 'client before', body: flock.client() });
  const clientId: string = client.id;
  const params = { clientId };
  const signed = await signedLife({ runner, say, flock, clientId }, client.etag);
  const renamed = flock.client() as { name: string; numbers: { number: string }[] };
  await say('changeClient', { of: 'client', params, ifMatch: signed, body: renamed });
  await say('searchClients', { of: 'client', body: { text: renamed.name } });
  await say('searchClients', { of: 'client', body: { number: renamed.numbers[0]?.number } });
  await say('listClients', { of: 'client' });

  const answering = await say('changeAnswering', {
    of: 'client before',
    params,
    ifMatch: '"0"',
    body: flock.answering(),
  });
  const notice = await say('createNotice', { of: 'client before', params, body: flock.notice(), key: flock.key() });
  const asNotice = { of: 'notice', params: { clientId, noticeId: notice.id } };
  await say('changeNotice', { ...asNotice, body: { ...flock.notice(), renew: true } });
  const { etag } = await say('readAnswering', { of: 'client', params });
  if (etag === answering.etag) throw new Error('A notice is a version of its own');
  const answered = flock.answering();
  await say('changeAnswering', { of: 'client', params, ifMatch: etag, body: answered });
  const december = { from: '2027-12-20', until: '2027-12-26', hours: answered.hours };
  await say('previewAnsweringDays', { of: 'client', params, body: december });

  const first = flock.staffMember();
  const anna = await say('createStaffMember', { of: 'anna', params, body: first });
  await say('searchStaff', { of: 'anna', params, body: { text: first.name } });
  const asAnna = { of: 'anna', params: { clientId, staffId: anna.id } };
  for (const until of ['2027-03-10T12:00:00Z', '2027-03-11T12:00:00Z'])
    await say('setAbsence', { ...asAnna, body: flock.absence(until) });
  await say('endAbsence', asAnna);
  const wing = flock.staffMember();
  const bo = await say('createStaffMember', { of: 'bo before', params, body: flock.staffMember(), key: flock.key() });
  const asBo = { of: 'bo', params: { clientId, staffId: bo.id } };
  await say('changeStaffMember', { ...asBo, ifMatch: bo.etag, body: wing });
  const cia = await say('createStaffMember', { of: 'cia before', params, body: flock.staffMember() });
  await say('listStaff', { of: 'bo', params });
  await say('searchStaff', { of: 'bo', params, body: { text: wing.name, view: 'operator' } });
  await say('sendTestMessage', { of: 'message', params: asBo.params, body: { urgency: 'urgent' }, key: flock.key() });

  await requestedLife({ runner, say, flock, clientId });

  const user = await say('inviteUser', { of: 'user', params, body: flock.user('clientAdmin') });
  const operator = await say('inviteOperator', { of: 'operator', body: flock.user('operator') });
  const machine = await say('createMachineClient', { of: 'machine', body: flock.machine(clientId) });
  for (const list of ['listUsers', 'listOperators', 'listMachineClients']) await say(list, { of: 'user', params });

  const take = (more: object, key?: string, of = 'message') =>
    say('takeMessage', { of, params, body: flock.message(more), ...(key && { key }) });
  const key = flock.key();
  const once = { of: 'message', params, key, body: flock.message({ staffId: anna.id, copyTo: [bo.id] }) };
  const message = await say('takeMessage', once);
  await say('takeMessage', once);
  const messages = [
    message,
    await take({ callBack: true, calledAt: TEN_TO }),
    await take({ staffId: bo.id, urgency: 'urgent' }),
  ];
  messages.push(await take({ staffId: cia.id }));
  messages.push(await amended({ say, params, flock }, { bo: bo.id, cia: cia.id, contact: wing.emails[0]?.address }));
  const desk = await say('readDesk', { of: 'client', params });
  messages.push(await take({ staffId: anna.id, answered: [...desk.references, desk.answer.reference] }));
  for (const { line } of desk.lines)
    await say('countCall', { of: 'client', params, body: { outcome: 'salesCall', line }, key: flock.key() });
  await say('listCalls', { of: 'client', params, query: { from: '2027-03-01', until: '2027-03-01' } });
  const erasable = await take({ staffId: anna.id, sensitive: true }, undefined, 'message by hand');
  if (withTroubles)
    messages.push(
      ...(await troubledDeliveries({
        runner,
        take: () => take({ staffId: anna.id }),
        tasks: async () =>
          (
            await teller.say('listAttention', { of: 'message', query: { reason: 'deadLetter' } })
          ).items.length,
        whileDead: spy.gather,
      })),
    );

  const refusals = await sayAmiss({ teller, flock, params });
  await runner.moveClock(NIGHT);
  messages.push(await take({ staffId: anna.id }));
  await runner.moveClock(NEXT_MORNING);
  await untilDelivered({ teller, params }, [...messages, erasable]);

  const asMessage = { of: 'message', params: { clientId, messageId: message.id } };
  await say('changeMessage', { ...asMessage, of: 'note before', body: { note: flock.note() } });
  await say('changeMessage', { ...asMessage, body: { note: flock.note(), read: true } });
  await say('changeMessage', { ...asMessage, body: { handled: true } });
  await say('listMessages', { of: 'message', params, query: { staffId: anna.id, state: 'handled' } });
  await say('changeStaffMember', { ...asAnna, ifMatch: '"4"', body: flock.staffMember() });
  const asCia = { of: 'cia', params: { clientId, staffId: cia.id } };
  await say('changeStaffMember', { ...asCia, ifMatch: cia.etag, body: flock.staffMember() });
  await reportedLife({ runner, say, flock, clientId }, { staffId: anna.id, message: messages[0] as never });
  await spy.gather();

  return {
    teller,
    flock,
    clientId,
    staff: { anna: anna.id, bo: bo.id },
    userId: user.id,
    operatorId: operator.id,
    machineId: machine.machineId,
    messages,
    erasable,
    refusals,
  };
}

interface Amending {
  say: Teller['say'];
  params: Readonly<Record<string, string>>;
  flock: Flock;
}

/** Corrected, sent on, and taken back from a wrong recipient; somebody notes what was done about that. */
async function amended(
  { say, params, flock }: Amending,
  { bo, cia, contact }: { bo: string; cia: string; contact: string | undefined },
): Promise<Json> {
  const taken = await say('takeMessage', { of: 'text before', params, body: flock.message({ staffId: cia }) });
  const asThis = { of: 'message', params: { ...params, messageId: taken.id } };
  await say('correctMessage', { ...asThis, body: flock.message() });
  await say('forwardMessage', { ...asThis, of: 'bo', body: { staffId: bo, contacts: [contact] } });
  await say('redirectMessage', { ...asThis, body: { staffId: bo } });
  const { items } = await say('listAttention', { of: 'message', query: { reason: 'misdirected' } });
  const asTask = { of: 'message', params: { taskId: items[0].id } };
  await say('changeTask', { ...asTask, of: 'note before', body: { state: 'done', note: flock.note() } });
  await say('changeTask', { ...asTask, body: { state: 'open' } });
  await say('changeTask', { ...asTask, body: { state: 'done', note: flock.note() } });
  return taken;
}

interface Asking {
  readonly teller: Teller;
  readonly params: Readonly<Record<string, string>>;
}

/** Bodies that are wrong in one place each; what the API answers. */
async function sayAmiss({ teller, flock, params }: Asking & { flock: Flock }): Promise<string[]> {
  const member = flock.staffMember;
  const nobody = { staffId: 'stf_00000000000000000000000000' };
  const amiss: [operationId: string, body: unknown][] = [
    ['createStaffMember', { ...member(), phones: [{ number: 'fågel 5512' }] }],
    ['createStaffMember', { ...member(), emails: [{ address: 'gök@@bo.example' }] }],
    ['createStaffMember', { ...member(), shoeSize: 'fågelfot 5513' }],
    ['takeMessage', flock.message(nobody)],
    ['takeMessage', '{"matter":Kanariefågel5514}'],
    ['searchClients', { number: 'kanarie utan siffror' }],
    ['inviteUser', { ...flock.user('clientAdmin'), role: 'fågelskrämma' }],
  ];
  const answers = await Promise.all(
    amiss.map(([operationId, body]) => teller.sayAmiss(operationId, { of: 'refused', params, body })),
  );
  for (const { status, text } of answers) if (status < 400) throw new Error(`This was to be refused: ${text}`);
  return answers.map(({ text }) => text);
}

const ends = ['accepted', 'delivered', 'failed', 'unknown', 'cancelled'];

async function untilDelivered({ teller, params }: Asking, messages: readonly Json[]): Promise<void> {
  const giveUpAt = performance.now() + 30_000;
  for (const { id } of messages) {
    for (;;) {
      const { deliveries } = await teller.say('getMessage', { of: 'message', params: { ...params, messageId: id } });
      if (deliveries.every(({ state }: Json) => ends.includes(state))) break;
      if (performance.now() > giveUpAt) throw new Error(`Not delivered: ${JSON.stringify(deliveries)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
