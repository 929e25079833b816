// One request: what it is and until when, what is to be done next, who asks, and how it has gone.
import { useMemo, useRef } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { ReportPart } from '#web/privacy/report-part.tsx';
import { RequestCourse } from '#web/privacy/request-course.tsx';
import { RequestLetter } from '#web/privacy/request-letter.tsx';
import { dueWords, homeWords, StateBadge } from '#web/privacy/request-list.tsx';
import { RequestPerson } from '#web/privacy/request-person.tsx';
import { RequestSteps } from '#web/privacy/request-steps.tsx';
import { requestOf, type SubjectRequest } from '#web/privacy/requests.ts';
import { session } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

/** What the person is to be told: at the end the answer, before it that it takes longer. */
function Letter({ request: { closing, extension, language, state } }: { request: SubjectRequest }) {
  const words = t.privacy.requests;
  if (closing?.text)
    return <RequestLetter id="answer-title" title={words.detail.answer} lang={language} text={closing.text} />;
  if (!extension || state === 'closed') return null;
  return <RequestLetter id="told-title" title={words.extension.told} lang={language} text={extension[language]} />;
}

export function RequestDetail({ homeId, requestId }: { homeId: string; requestId: string }) {
  const words = t.privacy.requests;
  const source = useMemo(() => requestOf(homeId, requestId), [homeId, requestId]);
  const isAdmin = session.value.me?.role === null;
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <Loaded of={source}>
      {(request) => (
        <div class="request">
          <header class="request-head">
            <h2 ref={heading} tabIndex={-1}>
              {words.kinds[request.kind]}
              {!isAdmin && `, ${homeWords(request)}`}
            </h2>
            <p>
              <StateBadge of={request} /> <span class="due">{dueWords(request)}</span>
            </p>
          </header>
          <RequestSteps request={request} isAdmin={isAdmin} heading={heading} />
          <Letter request={request} />
          {(isAdmin ? request.releasedAt !== null : request.searchJobId !== null) && (
            <ReportPart request={request} isAdmin={isAdmin} />
          )}
          <div class="request-sides">
            <RequestPerson request={request} isAdmin={isAdmin} />
            <RequestCourse request={request} isAdmin={isAdmin} />
          </div>
        </div>
      )}
    </Loaded>
  );
}
