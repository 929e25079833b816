// Ends files whose time is over: the key first, the object second, the row third.

import { type HandoutApp, handoutName } from '#jobs/handouts.ts';
import { FILE_PARTITION, type ItemKey } from '#shared/tables.ts';
import { tendDue } from '#shared/tend-due.ts';

/** Costs what `tendDue` does, and for each file two deletes (2 units each) and one request to the bucket. Safe to run twice. */
export const tendFiles = (app: HandoutApp, mayGoOn: () => boolean): Promise<number> =>
  tendDue(app, {
    partition: FILE_PARTITION,
    mayGoOn,
    failure: 'file-not-ended',
    async tend({ pk, sk, clientId }) {
      const key = { pk, sk } as ItemKey;
      await app.db.commit([{ table: 'registerKeys', delete: key }]);
      await app.handouts.delete(handoutName(clientId as string, sk as string));
      await app.db.commit([{ table: 'records', delete: key }]);
      return true;
    },
  });
