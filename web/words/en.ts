// The words on the screen in English that every view needs.
import { fields } from '#web/words/en/fields.ts';
import { frame } from '#web/words/en/frame.ts';
import { kept } from '#web/words/en/kept.ts';
import { parts } from '#web/words/en/parts.ts';
import { problems } from '#web/words/en/problems.ts';
import { session } from '#web/words/en/session.ts';
import { settings } from '#web/words/en/settings.ts';
import type { CommonWords } from '#web/words/words-shape.ts';

export const en: CommonWords = { frame, parts, fields, problems, settings, session, kept };
