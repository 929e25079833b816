// The search for people on an engine of its own: functions that are warm or cold, and the index that is behind them.
import { serveDesk } from '#api/desk.ts';
import type { DeskApp } from '#desk/app.ts';
import { rebuildDirectory } from '#desk/rebuild-directory.ts';
import type { StaffHit } from '#desk/search-schema.ts';
import type { Item } from '#shared/found.ts';
import type { ProblemBody } from '#shared/problems.ts';
import type { QueueResult } from '#shared/queue-batch.ts';
import { recordKeys } from '#shared/tables.ts';
import { deskApp } from '#test/support/desk-app.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import type { Engine } from '#test/support/engine.ts';
import { type Answered, type Claims, callerOf } from '#test/support/http-call.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runAs } from '#test/support/under-grants.ts';

type Hits = Answered<{ items: StaffHit[] } & ProblemBody>;

interface SearchFunction {
  search(clientId: string, body: object, claims?: Claims): Promise<Hits>;
  /** Names of those who are found. */
  names(clientId: string, text: string, claims?: Claims): Promise<string[]>;
}

export interface SearchWorld extends DirectoryWorld, SearchFunction {
  desk: DeskApp;
  /** Another function, without anything in its memory. */
  aFunction(): SearchFunction;
  /** What the function does that makes the index anew, for a change that was seen just now. */
  rebuild(clientId: string): Promise<QueueResult>;
  /** Head and parts of a client's index, and its key. */
  indexOf(clientId: string): Promise<{ head: Item | undefined; parts: Item[]; key: Item | undefined }>;
  erase(clientId: string, staffId: string, query?: Record<string, string>): Promise<number>;
}

const SEARCH = 'POST /v1/clients/{clientId}/staff/search';

export async function searchWorld(engine: Engine): Promise<SearchWorld> {
  const world = await directoryWorld(engine);
  const desk = deskApp(world);
  const aFunction = (): SearchFunction => {
    const call = callerOf(serveDesk(() => deskApp(world)));
    const search: SearchFunction['search'] = (clientId, body, claims = world.operator) =>
      call(SEARCH, { claims, params: { clientId }, body });
    return {
      search,
      names: async (clientId, text, claims) =>
        (await search(clientId, { text }, claims)).body.items.map(({ name }) => name),
    };
  };
  return {
    ...world,
    ...aFunction(),
    desk,
    aFunction,
    rebuild(clientId) {
      const seenAtMs = world.clock.nowMs();
      world.clock.advance(3_000);
      return runAs('rebuild-directory', () => rebuildDirectory(desk, { clientId, seenAtMs }));
    },
    async indexOf(clientId) {
      const { pk } = recordKeys.directory(clientId);
      const own = (items: readonly Item[]) => items.filter((item) => item.pk === pk);
      const records = own(await rawItems(world, 'records'));
      return {
        head: records.find(({ kind }) => kind === 'directory'),
        parts: records.filter(({ kind }) => kind === 'directoryPart'),
        key: own(await rawItems(world, 'registerKeys'))[0],
      };
    },
    erase: async (clientId, staffId, query = {}) =>
      (
        await world.call('DELETE /v1/clients/{clientId}/staff/{staffId}', {
          claims: world.supervisor,
          params: { clientId, staffId },
          query,
        })
      ).status,
  };
}
