// Exports of a client: a new one, and those of the last days with their files.
import { useMemo, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { Button } from '#web/parts/button.tsx';
import { Check, Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { toast } from '#web/parts/toast.tsx';
import type { Chosen } from '#web/privacy/client-picker.tsx';
import { Download } from '#web/privacy/download.tsx';
import {
  createExport,
  type Export,
  type ExportPart,
  exportParts,
  exportsOf,
  MOST_DAYS,
  type Reason,
  reasons,
} from '#web/privacy/exports.ts';
import { Choice, Form } from '#web/privacy/form.tsx';
import { JobProgress } from '#web/privacy/job-progress.tsx';
import { ProtectedPicker } from '#web/privacy/protected-picker.tsx';
import { useSending } from '#web/privacy/sending.ts';
import { clockWords, dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

const partWords = (parts: readonly ExportPart[]): string =>
  parts.map((part) => t.privacy.exports.parts[part]).join(', ');
const count = (value: number): string => value.toLocaleString(language());

function Row({ of, refresh }: { of: Export; refresh: () => Promise<unknown> }) {
  const words = t.privacy.exports;
  const { counts, file, progress, askedAt, what, clientId } = of;
  const left = counts?.leftOut.map(({ because, count: n }) => words.because[because](count(n))).join(', ');
  return (
    <li class="ledger-row">
      <div>
        <p class="member-name">
          {words.asked(partWords(what), `${dayWords(askedAt, language())} ${clockWords(askedAt, language())}`)}
        </p>
        <p class="meta">{words.reasons[of.why]}</p>
        {counts && (
          <p class="meta">
            {[
              what.includes('register') && words.staff(count(counts.staff)),
              what.includes('messages') && words.messages(count(counts.messages)),
            ]
              .filter(Boolean)
              .join(', ')}
            . {left && words.leftOut(left)}
          </p>
        )}
        <JobProgress of={progress} label={words.making} ended={words.made} refresh={refresh} />
      </div>
      {file ? (
        <Download clientId={clientId} file={file} label={words.file} />
      ) : (
        progress.state === 'done' && <p class="meta">{words.gone}</p>
      )}
    </li>
  );
}

export function ExportsTab({ clientId }: { clientId: string }) {
  const words = t.privacy.exports;
  const source = useMemo(() => exportsOf(clientId), [clientId]);
  const [open, setOpen] = useState(false);
  return (
    <>
      <p class="quiet measure">{words.intro}</p>
      <div class="actions">
        <Button kind="primary" onPress={() => setOpen(true)}>
          {words.new}
        </Button>
      </div>
      <Loaded of={source}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={words.none} />
          ) : (
            <ul class="ledger" aria-label={words.list}>
              {items.map((one) => (
                <Row key={one.id} of={one} refresh={() => source.refresh()} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {open && (
        <ExportDialog
          clientId={clientId}
          onClose={() => setOpen(false)}
          onStarted={() => {
            setOpen(false);
            toast(words.started);
            void source.refresh();
          }}
        />
      )}
    </>
  );
}

interface DialogProps {
  clientId: string;
  onClose: () => void;
  onStarted: () => void;
}

function ExportDialog({ clientId, onClose, onStarted }: DialogProps) {
  const words = t.privacy.exports;
  const [what, setWhat] = useState<readonly ExportPart[]>(exportParts);
  const [days, setDays] = useState(String(MOST_DAYS));
  const [why, setWhy] = useState<Reason>('clientAsked');
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const sending = useSending(['/what']);

  async function make(): Promise<void> {
    if (sending.refuse(what.length === 0 ? { '/what': words.whatNeeded } : {})) return;
    const protectedStaff = what.includes('register') ? chosen.map(({ staffId }) => staffId) : [];
    await sending.send(
      () => createExport(clientId, { what: [...what], days: Number(days), why, protectedStaff }),
      onStarted,
      (failure) => (failure.kind === 'problem' && failure.code === 'wrong-state' ? words.oneAtATime : undefined),
    );
  }

  return (
    <Dialog open title={words.new} onClose={onClose}>
      <Form sending={sending} submit={words.make} onSubmit={() => void make()}>
        <fieldset class={sending.wrong['/what'] ? 'field wrong' : 'field'} id={fieldId('/what')} tabIndex={-1}>
          <legend>{words.what}</legend>
          {sending.wrong['/what'] && <p class="field-error">{sending.wrong['/what']}</p>}
          {exportParts.map((part) => (
            <Check
              key={part}
              label={words.parts[part]}
              checked={what.includes(part)}
              onChange={(is) => setWhat(exportParts.filter((one) => (one === part ? is : what.includes(one))))}
            />
          ))}
        </fieldset>
        {what.includes('register') && <ProtectedPicker clientId={clientId} chosen={chosen} onChange={setChosen} />}
        <Choice
          at="/days"
          label={words.days}
          hint={words.daysHint}
          value={days}
          options={Array.from({ length: MOST_DAYS }, (_, n) => ({
            value: String(n + 1),
            label: words.dayCount(n + 1),
          }))}
          onChange={setDays}
        />
        <Radios
          legend={words.why}
          hint={words.whyHint}
          value={why}
          options={reasons.map((reason) => ({ value: reason, label: words.reasons[reason] }))}
          onChange={setWhy}
        />
      </Form>
    </Dialog>
  );
}
