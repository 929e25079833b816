// Saving contact ways: the call, whether another change is in its way, and each refused field in words.
import type { Failure } from '#web/api/outcome.ts';
import { type ContactEdit, collides, contactsOf, patchOf } from '#web/own/contact-edits.ts';
import { changePerson, type Person, type Who } from '#web/own/own-person.ts';
import type { FieldError } from '#web/parts/error-summary.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { fieldWord } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export const savesContacts = (who: Who, edit: ContactEdit) => changePerson(who, edit.etag, patchOf(edit));

export const conflictOf = (edit: ContactEdit, fresh: Person): boolean => collides(edit, contactsOf(fresh.staff));

/** "/phones/1/number" is the field phones-1-number. */
export const faultsOfContacts = (failure: Failure): FieldError[] =>
  failure.kind === 'problem'
    ? failure.fields
        .filter(({ pointer }) => /^\/(phones|emails)\/\d+/.test(pointer))
        .map(({ pointer }) => ({
          id: fieldId(pointer.slice(1).replaceAll('/', '-')),
          text: `${fieldWord(pointer)}: ${t.problems.field}`,
        }))
    : [];
