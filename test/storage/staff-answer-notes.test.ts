// Answer notes that hold at certain times, through the real handler on the engine.
import { beforeEach, expect, test } from 'vitest';
import { answerNoteAt } from '#staff/answer-notes.ts';
import type { StaffMember } from '#staff/schema.ts';
import { stockholm } from '#test/support/builders/absences.ts';
import type { StaffBody } from '#test/support/builders/staff.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Answered } from '#test/support/http-call.ts';

type Said = StaffMember & { errors?: { pointer: string; detail: string }[] };

const engine = useEngine();
let world: DirectoryWorld;
let made: Answered<StaffMember>;

const friday = { name: 'Fredagar', when: { days: ['fri' as const] }, text: 'Ring på måndag.' };
const evening = { when: { times: { from: '17:00', until: '08:00' } }, text: 'Ring i morgon.' };

beforeEach(async () => {
  world = await directoryWorld(engine);
  const clientId = (await world.aClient()).body.id;
  made = await world.aStaffMember(clientId, { answerNotes: [friday, evening] });
});

const edit = (body: Partial<StaffBody>) =>
  world.call<Said>('PATCH /v1/clients/{clientId}/staff/{staffId}', {
    claims: world.supervisor,
    params: { clientId: made.body.clientId, staffId: made.body.id },
    ifMatch: '"1"',
    body,
  });

test('have an id, which they keep, and of those that hold the most specific is told', async () => {
  const { answerNotes } = made.body;

  const edited = await edit({ answerNotes: [...answerNotes.slice(0, 1), { ...evening, text: 'Ring efter åtta.' }] });

  const notes = edited.body.answerNotes;
  expect(notes.map(({ id, text }) => [id === answerNotes[0]?.id, text])).toEqual([
    [true, 'Ring på måndag.'],
    [false, 'Ring efter åtta.'],
  ]);
  const toldAt = (local: string) => answerNoteAt({ answerNotes: notes }, { ms: stockholm(local) })?.text;
  expect(['2026-11-26T10:00', '2026-11-26T18:00', '2026-11-27T18:00'].map(toldAt)).toEqual([
    undefined,
    'Ring efter åtta.',
    'Ring på måndag.',
  ]);
});

test('between which nobody could decide are refused, with a pointer to both', async () => {
  const { body } = await edit({ answerNotes: [evening, friday, { ...friday, text: 'Ring på tisdag.' }] });

  expect([body.errors?.map(({ pointer }) => pointer), JSON.stringify(body).includes('tisdag')]).toEqual([
    ['/answerNotes/1/when', '/answerNotes/2/when'],
    false,
  ]);
});

test('are refused with an id that is none of the person, or stands twice', async () => {
  const { answerNotes } = made.body;
  const foreign = { ...friday, id: 'rul_01ARZ3NDEKTSV4RRFFQ69G5FAV' };
  const twice = { ...evening, id: answerNotes[0]?.id };

  const answer = await edit({ answerNotes: [...answerNotes.slice(0, 1), twice, foreign].slice(0, 2) });
  const other = await edit({ answerNotes: [foreign] });

  expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual(['/answerNotes/1/id']);
  expect(other.body.errors?.map(({ pointer }) => pointer)).toEqual(['/answerNotes/0/id']);
});
