// Finds people of a client by what a caller says.
import { answeringReads, openAnswering } from '#clients/answering.ts';
import { demandClient } from '#clients/demand-client.ts';
import { lineNames } from '#clients/lines.ts';
import { clientReads, type OpenedClient } from '#clients/store.ts';
import { showAnswer } from '#desk/answer-view.ts';
import type { DeskApp } from '#desk/app.ts';
import { askColleagues } from '#desk/ask-colleagues.ts';
import { entryOf, views } from '#desk/directory-entry.ts';
import { contentOf, type DirectoryIndex, openIndex } from '#desk/directory-index.ts';
import { directoryReads } from '#desk/directory-store.ts';
import { findDirectory } from '#desk/find-directory.ts';
import { type Match, type MaySee, matchPeople } from '#desk/match-people.ts';
import { resolveAnswer } from '#desk/resolve-answer.ts';
import type { deskRoutes } from '#desk/routes.ts';
import { showHit } from '#desk/show-hit.ts';
import { auditReads } from '#shared/audit.ts';
import type { Language } from '#shared/fields.ts';
import { Found } from '#shared/found.ts';
import type { UseCase } from '#shared/use-case.ts';
import { protectedAmong, type Reader, readerAs, viewFor } from '#staff/show-staff.ts';
import { type OpenedStaff, openStaff, staffReads } from '#staff/store.ts';

/** Records and keys of as many people fit one batch read. */
const PEOPLE_AT_ONCE = 50;

/**
 * Costs two batch reads in a warm function, however many people there are: 7 units (membership, client, how it answers and
 * the index's head, with their keys), then 2 for each person who is found and each colleague whom one of them names. The
 * second is not needed where nobody is found. One transaction more, of 3 units each, where protected people are among them.
 * The first search in a function, and the first after a change, reads the index as well: `findDirectory`.
 */
export const searchStaff: UseCase<(typeof deskRoutes)['searchStaff'], DeskApp> = {
  reads: ({ params: { clientId } }) => [
    ...clientReads(clientId),
    ...answeringReads(clientId),
    ...directoryReads(clientId),
  ],

  async run(app, { params: { clientId }, body, caller, found }) {
    const reader = readerAs(caller, body.view, '/view');
    const client = demandClient(found, clientId);
    const index = await findDirectory(app, found, clientId);
    const maySee = sightOf(reader);
    const matches = matchPeople(index, body.text, { limit: body.limit, maySee });
    const read = await readPeople(app, clientId, index, matches);
    const hits = read.people.flatMap((staff) => {
      const [match] = stillMatches(staff, body.text, maySee);
      return match ? [{ staff, match }] : [];
    });
    const people = hits.map(({ staff }) => staff);

    const nowMs = app.clock.nowMs();
    const colleagues = await askColleagues(app, clientId, people, read);
    const answering = openAnswering(found, clientId);
    const language = await languageOf(app, client, body.line);
    // Once all is opened: a run that is overtaken before has shown nobody.
    await auditReads(app, caller, { clientId, act: 'searchStaff', why: 'call' }, protectedAmong(people));
    const items = hits.map(async ({ staff, match: { matched } }) => {
      const answer = resolveAnswer({ nowMs, language, client, answering, staff, line: body.line });
      return showHit(staff, {
        view: viewFor(reader, staff.id),
        nowMs,
        answer: await showAnswer(app, clientId, answer, nowMs),
        colleagues: colleagues.get(staff.id) ?? [],
        matched,
      });
    });
    return { status: 200, body: { items: await Promise.all(items) } };
  },
};

/** What is hidden cannot be found out by searching either. */
const sightOf =
  (reader: Reader): MaySee =>
  (staffId, seenBy) =>
    views.indexOf(viewFor(reader, staffId)) <= seenBy;

/** Who was found, as the register has them now, and in the same request whom they name. */
async function readPeople(app: DeskApp, clientId: string, index: DirectoryIndex, matches: readonly Match[]) {
  const ids = matches.map(({ id }) => id);
  const named = ids.flatMap((id) => index.colleagues[id] ?? []);
  const asked = new Set([...ids, ...named].slice(0, PEOPLE_AT_ONCE));
  const found =
    asked.size === 0 ? new Found() : await app.db.read([...asked].flatMap((id) => staffReads(clientId, id)));
  return { found, asked, people: ids.flatMap((id) => openStaff(found, clientId, id) ?? []) };
}

/** The index may be some seconds older than the record: that alone says what the person is found by. */
const stillMatches = ({ id, value }: OpenedStaff, text: string, maySee: MaySee): Match[] =>
  value.active ? matchPeople(openIndex(contentOf([entryOf(id, value)])), text, { limit: 1, maySee }) : [];

/** That of the number that was called; without one, of the client's first. */
async function languageOf(
  app: DeskApp,
  { value: { numbers } }: OpenedClient,
  line: string | undefined,
): Promise<Language> {
  const nameLine = line === undefined ? undefined : await lineNames(app);
  const called = nameLine && numbers.find(({ number }) => nameLine(number) === line);
  return (called ?? numbers[0])?.language ?? 'sv';
}
