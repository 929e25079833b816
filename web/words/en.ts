// The words on the screen in English.
import { frame } from '#web/words/en/frame.ts';
import { parts } from '#web/words/en/parts.ts';
import { fields } from '#web/words/en/fields.ts';
import { problems } from '#web/words/en/problems.ts';
import { settings } from '#web/words/en/settings.ts';
import { session } from '#web/words/en/session.ts';
import { kept } from '#web/words/en/kept.ts';
import { inbox } from '#web/words/en/inbox.ts';
import { own } from '#web/words/en/own.ts';
import { staff } from '#web/words/en/staff.ts';
import { client } from '#web/words/en/client.ts';
import { users } from '#web/words/en/users.ts';
import { desk } from '#web/words/en/desk.ts';
import { attention } from '#web/words/en/attention.ts';
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
};
