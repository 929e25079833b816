// The words on the screen in English.

import { attention } from '#web/words/en/attention.ts';
import { callAfter } from '#web/words/en/call-after.ts';
import { client } from '#web/words/en/client.ts';
import { desk } from '#web/words/en/desk.ts';
import { fields } from '#web/words/en/fields.ts';
import { frame } from '#web/words/en/frame.ts';
import { inbox } from '#web/words/en/inbox.ts';
import { kept } from '#web/words/en/kept.ts';
import { own } from '#web/words/en/own.ts';
import { parts } from '#web/words/en/parts.ts';
import { problems } from '#web/words/en/problems.ts';
import { session } from '#web/words/en/session.ts';
import { settings } from '#web/words/en/settings.ts';
import { staff } from '#web/words/en/staff.ts';
import { users } from '#web/words/en/users.ts';
import type { Words } from '#web/words/words-shape.ts';

export const en: Words = {
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
