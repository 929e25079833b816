// A client with so many people as a register holds them: names from lists, each with title, keywords, a note and a number.
import { BulkWrites } from '#shared/bulk-writes.ts';
import { newId } from '#shared/ids.ts';
import { jitteredWait } from '#shared/wait.ts';
import { StaffInput } from '#staff/schema.ts';
import { newStaff } from '#staff/store.ts';
import type { World } from '#test/support/started-engine.ts';

const first =
  'Anna Karl Eva Lars Maria Erik Karin Anders Sara Per Kristina Mikael Lena Johan Åsa Östen Örjan André Göran Björn Märta Sören Ulla-Britt Jan-Erik Fredrik Sofia Emma Elin Hanna Nils'.split(
    ' ',
  );
const halves = 'Berg Ström Lund Kvist Gren Dal Holm Sten Hag Fors Strand Lind Björk Ros Alm Ask Sjö Ek Bäck Hed'.split(
  ' ',
);
const titles = 'Ekonomichef Säljare Projektledare Platschef Löneadministratör Jurist Tekniker Montör'.split(' ');

/** The first of them has a name that nobody else has; everybody has one keyword in common. */
function bodyOf(n: number): object {
  const at = (list: readonly string[], by: number) => list[Math.floor(n / by) % list.length] ?? '';
  const last = `${at(halves, first.length)}${at(halves, first.length * halves.length).toLowerCase()}`;
  return {
    name: n === 0 ? 'Östen Östlundsberg' : `${at(first, 1)} ${last}`,
    title: at(titles, 1),
    department: `Avdelning ${n % 50}`,
    keywords: ['kontoret', `ärende ${n}`, at(halves, 3)],
    answerNote: 'Träffas säkrast på förmiddagen, och ringer annars upp samma dag.',
    phones: [{ number: `+4670174${String(n % 10_000).padStart(4, '0')}`, mayTell: true, mayConnect: true }],
    emails: [{ address: `person.${n}@nordvik.example`, mayTell: true }],
    connect: 'yes',
  };
}

export async function fillRegister(
  { client, tables, clock }: Pick<World, 'client' | 'tables'> & { clock: Pick<World['clock'], 'nowMs'> },
  clientId: string,
  people: number,
): Promise<void> {
  const bulk = new BulkWrites(client, tables, jitteredWait);
  const nowMs = clock.nowMs();
  const puts = Array.from({ length: people }, (_, n) => {
    const value = { ...StaffInput().parse(bodyOf(n)), answerNotes: [], absences: [] };
    const staff = { id: newId('staff', nowMs), clientId, version: 1, createdAtMs: nowMs, updatedAtMs: nowMs, value };
    return newStaff(staff).writes.flatMap((write) => ('put' in write ? [{ table: write.table, put: write.put }] : []));
  });
  await bulk.writeEach(puts.flat());
}
