// What makes the audit sure, in a few words; and files by which somebody else can check it.
import type { Period } from '#web/privacy/audit.ts';
import { saveDays, saveRows } from '#web/privacy/audit-saved.ts';
import { PaperButton } from '#web/privacy/paper-button.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  clientId: string;
  period: Period;
  /** Whether there is such a period. */
  mayRead: boolean;
}

export function AuditProof({ clientId, period, mayRead }: Props) {
  const words = t.privacy.audit;
  return (
    <section class="audit-proof" aria-labelledby="audit-proof">
      <h2 id="audit-proof">{words.proof}</h2>
      <p class="measure">{words.proofText}</p>
      <p class="measure">
        {words.proofCheck} <code>npm run verify-log -- audit-days.json audit-rows.json</code>
      </p>
      <div class="actions">
        <PaperButton label={words.saveDays} name="audit-days.json" read={saveDays} />
        {mayRead && (
          <PaperButton label={words.saveRows} name="audit-rows.json" read={() => saveRows(clientId, period)} />
        )}
      </div>
    </section>
  );
}
