// How a request has gone, step by step, each with its time.
import { When } from '#web/parts/when.tsx';
import { methodWords, type Viewer, viewerOf } from '#web/privacy/request-words.ts';
import type { SubjectRequest } from '#web/privacy/requests.ts';
import { searchedAtOf } from '#web/privacy/search-read.ts';
import { session } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

interface Event {
  readonly at: string;
  readonly what: string;
  readonly note?: string | null;
  readonly by?: string;
}

/** In the order of their times. */
export function courseOf(request: SubjectRequest, viewer: Viewer, searchedAt: string | null): Event[] {
  const words = t.privacy.requests;
  const { identity, instruction, extension, closing, outcome } = request;
  const isOurs = viewer === 'ourselves';
  const events: (Event | false | null)[] = [
    {
      at: request.receivedAt,
      what: words.course.received(words.channels[request.by].toLocaleLowerCase()),
      by: request.loggedBy,
    },
    !isOurs && request.forwardedAt !== null && { at: request.forwardedAt, what: words.course.forwarded },
    identity && {
      at: identity.at,
      what: words.course.identity(methodWords(identity.method, viewer).toLocaleLowerCase()),
      note: identity.note,
      by: identity.by,
    },
    instruction && {
      at: instruction.at,
      what: isOurs
        ? t.privacy.ours.course[instruction.decision]
        : `${words.course[instruction.decision]} (${words.course.given(words.instruction.ways[instruction.given])})`,
      note: instruction.text,
      by: instruction.by,
    },
    extension && {
      at: extension.at,
      what: words.course.extended(extension.months, words.extension[extension.why]),
      by: extension.by,
    },
    request.preparedAt !== null && { at: request.preparedAt, what: words.course.prepared },
    searchedAt !== null && { at: searchedAt, what: words.course.searched },
    request.releasedAt !== null && {
      at: request.releasedAt,
      what: (isOurs ? t.privacy.ours : words).course.released,
    },
    closing &&
      outcome !== null && {
        at: closing.at,
        what: words.course.closed(words.outcomes[outcome].toLocaleLowerCase()),
        by: closing.by,
      },
  ];
  return events.filter((event) => !!event).sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

export function RequestCourse({ request, isAdmin }: { request: SubjectRequest; isAdmin: boolean }) {
  const words = t.privacy.requests.detail;
  return (
    <section aria-labelledby="course-title">
      <h2 id="course-title">{words.course}</h2>
      <ol class="course">
        {courseOf(request, viewerOf(request, isAdmin), searchedAtOf(request)).map(({ at, what, note, by }) => (
          <li key={`${at} ${what}`}>
            <p>{what}</p>
            <p class="meta">
              <When at={at} /> {by !== undefined && by === session.value.me?.userId && words.byYou}
            </p>
            {note && <p class="quiet">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
