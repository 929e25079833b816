// The register in an export: the client, how its calls are answered, and its people as JSON, CSV and vCards.
import { answeringReads, openAnswering } from '#clients/answering.ts';
import { lineNames } from '#clients/lines.ts';
import { showAnswering } from '#clients/show-answering.ts';
import { showClient } from '#clients/show-client.ts';
import type { OpenedClient } from '#clients/store.ts';
import { csvHead, csvRows } from '#exports/csv.ts';
import type { LeftOut } from '#exports/left-out.ts';
import { pagesOfPeople } from '#exports/read-people.ts';
import { staffColumns, staffRow } from '#exports/staff-table.ts';
import { vcardOf } from '#exports/vcard.ts';
import type { ZipEntry, ZipStream } from '#exports/zip-stream.ts';
import type { App } from '#shared/app.ts';
import type { StaffMember } from '#staff/schema.ts';
import { showStaff } from '#staff/show-staff.ts';
import type { OpenedStaff } from '#staff/store.ts';

export interface People {
  /** Names of those who are in it, by id: for whoever reads a table of messages. */
  names: Map<string, string>;
  /** Protected people who are not. */
  hidden: Set<string>;
  /** Protected people who are, because somebody has named them. */
  named: readonly string[];
}

const isHidden = ({ id, value }: OpenedStaff, named: readonly string[]) => value.protected && !named.includes(id);

type Step = () => Promise<void>;

/** Who is in it and who is not: a first pass over the register. */
export async function whoIsIn(
  app: App,
  clientId: string,
  protectedStaff: readonly string[],
  leftOut: LeftOut,
): Promise<People> {
  const people: People = { names: new Map(), hidden: new Set(), named: protectedStaff };
  for await (const page of pagesOfPeople(app, clientId)) {
    leftOut.add('staff', 'unreadable', page.unreadable);
    for (const one of page.people)
      if (isHidden(one, protectedStaff)) people.hidden.add(one.id);
      else people.names.set(one.id, one.value.name);
  }
  leftOut.add('staff', 'protected', people.hidden.size);
  return people;
}

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * A last pass over the register, when all is written: of messages too, which name whom they went to, and where.
 * @throws Error where somebody in it is protected since the first pass: what is written of them cannot be taken back.
 */
export async function demandNobodyHidden(app: App, clientId: string, { names, named }: People): Promise<void> {
  for await (const page of pagesOfPeople(app, clientId))
    if (page.people.some((one) => names.has(one.id) && isHidden(one, named)))
      throw new Error('Somebody is protected since the export began');
}

/** @param step after each page. */
export async function addRegister(
  app: App,
  zip: ZipStream,
  client: OpenedClient,
  { names }: People,
  step: Step,
): Promise<ZipEntry[]> {
  const clientId = client.id;
  const nowMs = app.clock.nowMs();
  const nameLine = await lineNames(app);
  const answering = openAnswering(await app.db.read(answeringReads(clientId)), clientId);

  // Whoever has come since the first pass, or was protected then, is not in it.
  async function* pages(): AsyncGenerator<StaffMember[]> {
    for await (const page of pagesOfPeople(app, clientId)) {
      yield page.people.filter(({ id }) => names.has(id)).map((one) => showStaff(one, 'all', nowMs));
      await step();
    }
  }

  return [
    await zip.add('client.json', (put) => put(asJson(showClient(client, 'clientAdmin', nameLine)))),
    await zip.add('answering.json', (put) => put(asJson(answering ? showAnswering(answering, nowMs) : null))),
    await zip.add('staff.json', async (put) => {
      let before = '[\n';
      for await (const page of pages())
        for (const one of page) {
          await put(`${before}${JSON.stringify(one)}`);
          before = ',\n';
        }
      await put(before === '[\n' ? '[]\n' : '\n]\n');
    }),
    await zip.add('staff.csv', async (put) => {
      await put(csvHead(staffColumns));
      for await (const page of pages()) await put(csvRows(staffColumns, page.map(staffRow)));
    }),
    await zip.add('staff.vcf', async (put) => {
      for await (const page of pages()) await put(page.map((one) => vcardOf(one, client.value.name)).join(''));
    }),
  ];
}
