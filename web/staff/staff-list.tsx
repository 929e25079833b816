// The list of the register: found as one types, one row a person, fifty at a time.
import { useEffect, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { announce } from '#web/parts/announce.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { Field } from '#web/parts/field.tsx';
import { List } from '#web/parts/list.tsx';
import { Page } from '#web/parts/page.tsx';
import { useFarHits } from '#web/staff/far-hits.ts';
import { StaffRow } from '#web/staff/staff-row.tsx';
import { found } from '#web/staff/staff-search.ts';
import { fetchMore, type Known, staffOf } from '#web/staff/staff-store.ts';
import { t } from '#web/words/words.ts';

const SHOWN = 50;

function People({ clientId, known }: { clientId: string; known: Known }) {
  const words = t.staff;
  const [text, setText] = useState('');
  const [shown, setShown] = useState(SHOWN);
  const [fetching, setFetching] = useState(false);
  const near = found(known.members, text);
  const far = useFarHits(clientId, known.next === null ? '' : text);
  const hits = [...near, ...far.filter(({ id }) => !near.some((one) => one.id === id))];

  useEffect(() => {
    if (text === '') return;
    const pause = setTimeout(() => announce(t.parts.hits(hits.length)), 400);
    return () => clearTimeout(pause);
  }, [text, hits.length]);

  if (known.members.length === 0)
    return (
      <Empty title={words.empty}>
        <p>{words.emptyHint}</p>
      </Empty>
    );
  return (
    <>
      <div class="staff-search">
        <Field label={words.search} name="staff-search" hint={known.next === null ? undefined : words.notAll}>
          {(props) => (
            <input
              {...props}
              type="search"
              autocomplete="off"
              spellcheck={false}
              value={text}
              onInput={(event) => {
                setText(event.currentTarget.value);
                setShown(SHOWN);
              }}
            />
          )}
        </Field>
      </div>
      {hits.length === 0 ? (
        <Empty title={words.noHits}>
          <p>{words.noHitsHint}</p>
        </Empty>
      ) : (
        <List
          label={words.title}
          items={hits.slice(0, shown)}
          keyOf={({ id }) => id}
          hrefOf={({ id }) => `/c/${clientId}/staff/${id}`}
          render={(one) => <StaffRow one={one} />}
        />
      )}
      <div class="buttons">
        {hits.length > shown && <Button onPress={() => setShown(shown + SHOWN)}>{t.parts.showMore}</Button>}
        {known.next !== null && (
          <Button
            busy={fetching}
            onPress={async () => {
              setFetching(true);
              await fetchMore(clientId);
              setFetching(false);
            }}
          >
            {words.fetchMore}
          </Button>
        )}
        <p class="meta">{(known.next === null ? words.people : words.fetched)(known.members.length)}</p>
      </div>
    </>
  );
}

export function StaffList({ clientId }: { clientId: string }) {
  return (
    <Page
      title={t.staff.title}
      actions={
        <a class="button primary" href={`/c/${clientId}/staff/new`}>
          {t.staff.add}
        </a>
      }
    >
      <Loaded of={staffOf(clientId)}>{(known) => <People clientId={clientId} known={known} />}</Loaded>
    </Page>
  );
}
