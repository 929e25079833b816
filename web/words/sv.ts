// The words on the screen in Swedish, a file a room; their shape is the shape of all languages.

import { attention } from '#web/words/sv/attention.ts';
import { callAfter } from '#web/words/sv/call-after.ts';
import { client } from '#web/words/sv/client.ts';
import { desk } from '#web/words/sv/desk.ts';
import { fields } from '#web/words/sv/fields.ts';
import { frame } from '#web/words/sv/frame.ts';
import { inbox } from '#web/words/sv/inbox.ts';
import { kept } from '#web/words/sv/kept.ts';
import { own } from '#web/words/sv/own.ts';
import { parts } from '#web/words/sv/parts.ts';
import { problems } from '#web/words/sv/problems.ts';
import { session } from '#web/words/sv/session.ts';
import { settings } from '#web/words/sv/settings.ts';
import { staff } from '#web/words/sv/staff.ts';
import { users } from '#web/words/sv/users.ts';

export const sv = {
  frame,
  parts,
  fields,
  problems,
  settings,
  session,
  kept,
  inbox,
  own,
  staff,
  client,
  users,
  desk,
  attention,
  callAfter,
};
