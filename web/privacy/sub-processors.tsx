// Who works for the service, what is announced of them, and for the privacy officer the way to announce more.
import { useMemo, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { Badge } from '#web/parts/badge.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { type SubProcessor, subProcessors } from '#web/privacy/agreements.ts';
import { dateWords, leftWords } from '#web/privacy/countdown.ts';
import { EndDialog, SubProcessorDialog } from '#web/privacy/sub-processor-dialog.tsx';
import { session } from '#web/session/session.ts';
import { byName } from '#web/words/name-sort.ts';
import { language, t } from '#web/words/words.ts';

type Open = { kind: 'change'; of: SubProcessor | undefined } | { kind: 'end'; of: SubProcessor };

/** "Sverige" */
const countryWords = (code: string): string => new Intl.DisplayNames([language()], { type: 'region' }).of(code) ?? code;

const nameOf = ({ current, next }: SubProcessor): string => current?.name ?? next?.details?.name ?? '';

function newsOf({ current, next }: SubProcessor): string | undefined {
  if (!next) return undefined;
  const words = t.privacy.agreement.subProcessors;
  const [day, left] = [dateWords(next.holdsFrom), leftWords(next.holdsFrom)];
  if (!next.details) return words.endsOn(day, left);
  return current ? words.changesOn(day, left) : words.startsOn(day, left);
}

interface RowProps {
  of: SubProcessor;
  onOpen: ((open: Open) => void) | undefined;
}

function Row({ of, onOpen }: RowProps) {
  const words = t.privacy.agreement.subProcessors;
  const details = of.current ?? of.next?.details;
  const news = newsOf(of);
  if (!details) return null;
  const { name, purpose, address, country, place, contact, ultimateParent: parent, transfer } = details;
  return (
    <li class="ledger-row">
      <div>
        <h2>{name}</h2>
        <p>{purpose[language()]}</p>
        {news !== undefined && (
          <p>
            <Badge kind="info">{words.announced}</Badge> {news}
          </p>
        )}
        <dl class="facts">
          <dt>{words.address}</dt>
          <dd>
            {address}, {countryWords(country)}
          </dd>
          <dt>{words.facts.place}</dt>
          <dd>{place}</dd>
          <dt>{words.facts.contact}</dt>
          <dd>{contact}</dd>
          {parent && (
            <>
              <dt>{words.facts.parent}</dt>
              <dd>
                {parent.name}, {countryWords(parent.country)}
              </dd>
            </>
          )}
          {transfer && (
            <>
              <dt>{words.facts.transfer}</dt>
              <dd>{transfer[language()]}</dd>
            </>
          )}
        </dl>
      </div>
      {onOpen && (
        <div class="actions">
          <Button label={words.changeOf(name)} onPress={() => onOpen({ kind: 'change', of })}>
            {words.change}
          </Button>
          <Button kind="quiet" label={words.endOf(name)} onPress={() => onOpen({ kind: 'end', of })}>
            {words.end}
          </Button>
        </div>
      )}
    </li>
  );
}

export function SubProcessors() {
  const words = t.privacy.agreement.subProcessors;
  const source = useMemo(subProcessors, []);
  const [open, setOpen] = useState<Open>();
  const isOfficer = session.value.me?.role === 'privacyOfficer';
  const close = () => setOpen(undefined);
  return (
    <>
      <p class="quiet measure">{words.about}</p>
      {isOfficer && (
        <div class="actions">
          <Button kind="primary" onPress={() => setOpen({ kind: 'change', of: undefined })}>
            {words.add}
          </Button>
        </div>
      )}
      <Loaded of={source}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneHint}</p>
            </Empty>
          ) : (
            <ul class="ledger">
              {[...all]
                .sort((one, other) => byName(nameOf(one), nameOf(other)))
                .map((one) => (
                  <Row key={one.id} of={one} onOpen={isOfficer ? setOpen : undefined} />
                ))}
            </ul>
          )
        }
      </Loaded>
      {open?.kind === 'change' && <SubProcessorDialog of={open.of} onClose={close} />}
      {open?.kind === 'end' && <EndDialog of={open.of} onClose={close} />}
    </>
  );
}
