// What is agreed with the service: supervisors change it, the client's admin reads it.
import type { Details } from '#web/client/client-form.tsx';
import { Choice, type Errors, TextField } from '#web/client/inputs.tsx';
import { t } from '#web/words/words.ts';

interface AgreedProps {
  value: Details;
  errors: Errors;
  patch: (part: Partial<Details>) => void;
}

export function Agreed({ value, errors, patch }: AgreedProps) {
  return (
    <section class="form">
      <h2>{t.client.agreed}</h2>
      <TextField
        at="/organisationNumber"
        errors={errors}
        label={t.fields.organisationNumber}
        optional
        value={value.organisationNumber ?? null}
        onChange={(organisationNumber) => patch({ organisationNumber })}
      />
      <Choice
        at="/status"
        errors={errors}
        label={t.client.status}
        hint={t.client.statusHint}
        value={value.status}
        options={(['active', 'paused', 'ended'] as const).map((one) => ({ value: one, label: t.client.statuses[one] }))}
        onChange={(status) => patch({ status })}
      />
    </section>
  );
}

/** A field that can never be changed here is words, not a grey field. */
export function AgreedShown({ value }: { value: Details }) {
  return (
    <section class="agreed">
      <h2>{t.client.agreed}</h2>
      <p class="meta">{t.client.agreedHint}</p>
      <dl>
        <dt>{t.fields.organisationNumber}</dt>
        <dd>{value.organisationNumber ?? t.client.empty}</dd>
        <dt>{t.client.status}</dt>
        <dd>{t.client.statuses[value.status]}</dd>
      </dl>
    </section>
  );
}
