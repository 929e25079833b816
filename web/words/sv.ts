// The words on the screen in Swedish that every view needs; those of a room come with its views: words.ts.
import { fields } from '#web/words/sv/fields.ts';
import { frame } from '#web/words/sv/frame.ts';
import { kept } from '#web/words/sv/kept.ts';
import { parts } from '#web/words/sv/parts.ts';
import { problems } from '#web/words/sv/problems.ts';
import { session } from '#web/words/sv/session.ts';
import { settings } from '#web/words/sv/settings.ts';

export const sv = { frame, parts, fields, problems, settings, session, kept };
