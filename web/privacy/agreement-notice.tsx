// The word about the agreement on the client's own page: while it is not signed, and while a new version waits.
import { useEffect, useMemo } from 'preact/hooks';
import { Banner } from '#web/parts/banner.tsx';
import { agreementsOf, inForce } from '#web/privacy/agreements.ts';
import { dateWords, isOver, leftWords } from '#web/privacy/countdown.ts';
import { session } from '#web/session/session.ts';
import { language, t } from '#web/words/words.ts';

/** Nothing is said while it is being read, nor where it cannot be: the page is about something else. */
export function AgreementNotice({ clientId }: { clientId: string }) {
  const words = t.privacy.agreement;
  const source = useMemo(() => agreementsOf(clientId, language()), [clientId]);
  useEffect(() => void source.refresh(), [source]);
  const agreements = source.value.value;
  if (!agreements?.draft) return null;
  const current = inForce(agreements);
  const isAdmin = session.value.me?.role === null;
  const before = current?.signBefore;
  if (current && (!agreements.draft.newVersion || !before)) return null;
  const over = before && isOver(before);
  return (
    <Banner kind={current && !over ? 'info' : 'warn'}>
      <p>
        <strong>{current ? words.newTitle : words.unsignedTitle}.</strong>{' '}
        {before
          ? over
            ? words.newLate(dateWords(before))
            : words.newVersion(dateWords(before), leftWords(before))
          : isAdmin
            ? words.unsigned
            : words.unsignedOther}{' '}
        <a href={`/c/${clientId}/privacy`}>{isAdmin ? words.read : words.title}</a>
      </p>
    </Banner>
  );
}
