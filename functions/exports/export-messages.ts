// The messages in an export: one to a line as JSON, and as a table.
import { csvHead, csvRows } from '#exports/csv.ts';
import type { People } from '#exports/export-people.ts';
import type { LeftOut } from '#exports/left-out.ts';
import { messageColumns, messageRow } from '#exports/message-table.ts';
import { pagesOfMessages } from '#exports/read-messages.ts';
import type { ZipEntry, ZipStream } from '#exports/zip-stream.ts';
import type { MessageView } from '#messages/schema.ts';
import type { App } from '#shared/app.ts';

interface Wanted {
  clientId: string;
  untilMs: number;
  endsAtMs: number;
}

/** Where it went for somebody who is left out is left out too: that it went stays. */
const without = (message: MessageView, { hidden }: People): MessageView => ({
  ...message,
  deliveries: message.deliveries.map((one) =>
    [one.staffId, one.viaStaffId].some((staffId) => staffId !== null && hidden.has(staffId))
      ? { ...one, address: null }
      : one,
  ),
});

/** Two passes: a ZIP holds one file after the other, and no more than a page is held in memory. */
export async function addMessages(
  app: App,
  zip: ZipStream,
  wanted: Wanted,
  people: People,
  leftOut: LeftOut,
  step: (count: number) => Promise<void>,
): Promise<{ entries: ZipEntry[]; count: number }> {
  let count = 0;
  const lines = await zip.add('messages.jsonl', async (put) => {
    for await (const page of pagesOfMessages(app, wanted)) {
      leftOut.add('messages', 'endsBefore', page.endsBefore);
      leftOut.add('messages', 'unreadable', page.unreadable);
      count += page.messages.length;
      await put(page.messages.map((one) => `${JSON.stringify(without(one, people))}\n`).join(''));
      await step(page.messages.length);
    }
  });
  const table = await zip.add('messages.csv', async (put) => {
    await put(csvHead(messageColumns));
    for await (const page of pagesOfMessages(app, wanted)) {
      await put(
        csvRows(
          messageColumns,
          page.messages.map((one) => messageRow(one, (id) => people.names.get(id))),
        ),
      );
      await step(page.messages.length);
    }
  });
  return { entries: [lines, table], count };
}
