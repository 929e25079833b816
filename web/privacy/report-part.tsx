// From the search to what is handed out: how far it is, the review, the report with its files, or the erasure.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { When } from '#web/parts/when.tsx';
import { Download } from '#web/privacy/download.tsx';
import { ErasePart } from '#web/privacy/erase-part.tsx';
import { isReviewed, makeReport, ofLastSearch, type Standing, standingOf } from '#web/privacy/findings.ts';
import { FindingsPart } from '#web/privacy/findings-part.tsx';
import { JobProgress } from '#web/privacy/job-progress.tsx';
import { keepFocus } from '#web/privacy/keep-focus.ts';
import { requestOf, SERVICE, type SubjectRequest } from '#web/privacy/requests.ts';
import { useSending } from '#web/privacy/sending.ts';
import { t } from '#web/words/words.ts';

interface Props {
  request: SubjectRequest;
  isAdmin: boolean;
}

export function ReportPart({ request, isAdmin }: Props) {
  const of = { clientId: request.clientId, requestId: request.id };
  const source = useMemo(() => standingOf(of), [request.id]);
  useEffect(() => void source.refresh(), [source, request.searchJobId]);
  const isHandedOut = request.kind === 'access' || request.kind === 'portability';
  const mayErase = request.kind === 'erasure' || request.kind === 'objection';
  const erases = !isAdmin && mayErase && request.clientId !== SERVICE;
  return (
    <Loaded of={source}>
      {(read) => {
        const standing = ofLastSearch(read, request);
        const { findings, searchedAt } = standing;
        return (
          <>
            {!isAdmin && <Search request={request} standing={standing} />}
            {!isAdmin && findings && findings.all > 0 && !erases && (
              <FindingsPart key={searchedAt} request={request} counts={findings} isErasing={false} />
            )}
            {erases && findings && <ErasePart key={searchedAt} request={request} counts={findings} />}
            {isHandedOut && <Report request={request} isAdmin={isAdmin} standing={standing} />}
          </>
        );
      }}
    </Loaded>
  );
}

interface PartProps {
  request: SubjectRequest;
  standing: Standing;
}

function Search({ request, standing: { search, searchAgain, unreadable, findings } }: PartProps) {
  const words = t.privacy.findings;
  const of = { clientId: request.clientId, requestId: request.id };
  const refresh = async () => {
    const outcome = await standingOf(of).refresh();
    if (outcome.kind === 'ok' && outcome.value.search?.state === 'done')
      void requestOf(of.clientId, of.requestId).refresh();
  };
  return (
    <>
      {search && (
        <JobProgress
          of={search}
          label={request.clientId === SERVICE ? t.privacy.ours.searching : words.searching}
          ended={words.searched}
          refresh={refresh}
        />
      )}
      {searchAgain && request.state !== 'closed' && <Banner kind="warn">{words.searchAgain}</Banner>}
      {unreadable > 0 && <Banner kind="warn">{words.unreadable(unreadable)}</Banner>}
      {findings?.all === 0 && search?.state === 'done' && (
        <Empty title={words.nothing}>
          <p>{words.nothingHint}</p>
        </Empty>
      )}
    </>
  );
}

function Report({ request, standing: { report, findings }, isAdmin }: PartProps & { isAdmin: boolean }) {
  const words = t.privacy.findings.report;
  const of = { clientId: request.clientId, requestId: request.id };
  const sending = useSending();
  const heading = useRef<HTMLHeadingElement>(null);
  const mayMake = !isAdmin && findings !== null && findings.all > 0 && request.state !== 'closed';
  if (!report && !mayMake) return null;
  const isMaking = report?.job.state === 'waiting' || report?.job.state === 'running';
  const refresh = async () => {
    const outcome = await standingOf(of).refresh();
    if (outcome.kind === 'ok' && outcome.value.report?.job.state === 'done')
      void requestOf(of.clientId, of.requestId).refresh();
  };
  const make = () =>
    sending.send(
      () => makeReport(of),
      () => void refresh().then(() => keepFocus(heading)),
    );
  return (
    <section class="report" aria-labelledby="report-title">
      <h2 id="report-title" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      {report && <JobProgress of={report.job} label={words.making} ended={words.made} refresh={refresh} />}
      {report && report.madeAt !== null && !isMaking && (
        <>
          <p class="meta">
            {words.madeAt} <When at={report.madeAt} />
          </p>
          {report.changed > 0 && <Banner kind="warn">{words.changed(report.changed)}</Banner>}
          {report.files.length === 0 && <p>{isAdmin ? words.noneAdmin : words.none}</p>}
          <ul class="downloads">
            {report.files.map(({ fileId, ...file }) => (
              <li key={fileId}>
                <Download clientId={of.clientId} file={{ id: fileId, ...file }} label={words.file} />
              </li>
            ))}
          </ul>
        </>
      )}
      {sending.whole !== undefined && <Banner kind="urgent">{sending.whole}</Banner>}
      {mayMake && findings && !isReviewed(findings) && <p class="quiet measure">{words.first}</p>}
      {mayMake && findings && isReviewed(findings) && !isMaking && (
        <div class="actions">
          <Button kind={report ? 'plain' : 'primary'} busy={sending.busy} onPress={() => void make()}>
            {report ? words.again : words.make}
          </Button>
        </div>
      )}
    </section>
  );
}
