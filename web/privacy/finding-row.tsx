// One finding: what it is, by what it was found, what stands in it, and the two questions about it.
import { useState } from 'preact/hooks';
import { Badge } from '#web/parts/badge.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import {
  codeWord,
  type Decision,
  type Finding,
  type FindingField,
  passagesOf,
  storeWord,
} from '#web/privacy/findings.ts';
import { isGone, isMarked } from '#web/privacy/many-at-once.ts';
import { MaskDialog } from '#web/privacy/mask-dialog.tsx';
import { hidesAsMarked, parted } from '#web/privacy/masks.ts';
import { spoken } from '#web/privacy/spoken.ts';
import { dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

function Value({ field }: { field: FindingField }) {
  const words = t.privacy.findings;
  return (
    <>
      {passagesOf(field).map(({ text, of }, n) =>
        of === undefined ? (
          spoken(text)
        ) : (
          <mark key={n} class={of === 'person' ? 'is-person' : 'is-other'}>
            <span class="unseen">({of === 'person' ? words.markedPerson : words.markedOthers}) </span>
            {spoken(text)}
          </mark>
        ),
      )}
    </>
  );
}

function Fields({ fields }: { fields: readonly FindingField[] }) {
  return (
    <dl class="facts">
      {fields.map((field) => (
        <>
          <dt>{codeWord(field.code)}</dt>
          <dd>
            <Value field={field} />
          </dd>
        </>
      ))}
    </dl>
  );
}

interface Props {
  finding: Finding;
  busy: boolean;
  /** Nothing is decided any more. */
  readOnly: boolean;
  refused: string | undefined;
  decide: (decision: Decision) => void;
}

export function FindingRow({ finding, busy, readOnly, refused, decide }: Props) {
  const words = t.privacy.findings;
  const [chooses, setChooses] = useState(false);
  const { id, store, as, how, doubtful, decision, third, expiresAt, fields } = finding;
  const { told } = parted(fields);
  const isIn = decision === 'include';
  return (
    <li class="finding">
      <header class="ledger-line">
        <h3>{storeWord(store)}</h3>
        {doubtful && <Badge kind="warn">{words.doubtful}</Badge>}
        <span class="meta">
          {[as.map((one) => words.as[one]).join(', '), words.foundBy(how.map((one) => words.ways[one]).join(', '))]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </header>
      {isGone(finding) ? (
        <p class="quiet">{readOnly ? words.gone : `${words.gone} ${words.goneHint}`}</p>
      ) : (
        <Fields fields={told.length > 0 ? told : fields} />
      )}
      {told.length > 0 && told.length < fields.length && (
        <details>
          <summary>{words.all}</summary>
          <Fields fields={fields} />
        </details>
      )}
      {expiresAt !== null && <p class="meta">{words.expires(dayWords(expiresAt, language()))}</p>}
      {refused !== undefined && <Banner kind="urgent">{refused}</Banner>}
      {isGone(finding) ? null : readOnly ? (
        <p class="meta">
          {words.decided[decision]}. {words.thirdStates[third]}.
        </p>
      ) : (
        <div class="finding-choices">
          <fieldset class="actions" aria-label={words.decided[decision]}>
            <Button pressed={isIn} busy={busy} onPress={() => decide({ id, decision: 'include' })}>
              {words.isPerson}
            </Button>
            <Button pressed={decision === 'leave'} busy={busy} onPress={() => decide({ id, decision: 'leave' })}>
              {words.isOther}
            </Button>
          </fieldset>
          {isIn && third !== 'none' && (
            <fieldset class="actions" aria-label={words.third}>
              <span class="label">{words.third}</span>
              <Button pressed={third === 'shown'} busy={busy} onPress={() => decide({ id, third: 'shown' })}>
                {words.show}
              </Button>
              {isMarked(finding) && (
                <Button pressed={hidesAsMarked(finding)} busy={busy} onPress={() => decide({ id, third: 'masked' })}>
                  {words.mask}
                </Button>
              )}
              <Button
                pressed={third === 'masked' && !hidesAsMarked(finding)}
                busy={busy}
                onPress={() => setChooses(true)}
              >
                {words.choose}
              </Button>
            </fieldset>
          )}
        </div>
      )}
      {chooses && (
        <MaskDialog
          finding={finding}
          onClose={() => setChooses(false)}
          onChosen={(masks) => {
            setChooses(false);
            decide({ id, third: 'masked', masks });
          }}
        />
      )}
    </li>
  );
}
