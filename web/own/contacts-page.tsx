// The ways to reach a person, changed by themselves: telephones, e-mail addresses, language.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { useDraft } from '#web/kept/drafts.ts';
import { type ContactEdit, type Contacts, contactsOf, patchOf, rebased, sameContacts } from '#web/own/contact-edits.ts';
import { ContactList } from '#web/own/contact-list.tsx';
import { conflictOf, faultsOfContacts, savesContacts } from '#web/own/contact-save.ts';
import { useOwnMembership } from '#web/own/own-membership.ts';
import { type Person, personOf, type Who } from '#web/own/own-person.ts';
import { suppressionsOf } from '#web/own/suppressions.ts';
import { TheirContacts } from '#web/own/their-contacts.tsx';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Radios } from '#web/parts/check.tsx';
import { ErrorSummary, type FieldError } from '#web/parts/error-summary.tsx';
import { Page } from '#web/parts/page.tsx';
import { toast } from '#web/parts/toast.tsx';
import { When } from '#web/parts/when.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  who: Who;
  isAdmin: boolean;
}

export function ContactsPage() {
  const membership = useOwnMembership();
  return membership ? <Contacting key={membership.who.staffId} {...membership} /> : null;
}

function Contacting({ who, isAdmin }: Props) {
  const person = useMemo(() => personOf(who), []);
  return (
    <Page title={t.own.contacts.title} actions={<a href={`/c/${who.clientId}/me`}>{t.own.contacts.back}</a>}>
      <Loaded of={person}>{(known) => <ContactForm who={who} isAdmin={isAdmin} known={known} />}</Loaded>
    </Page>
  );
}

const untouched: ContactEdit | null = null;

function ContactForm({ who, isAdmin, known }: Props & { known: Person }) {
  const words = t.own.contacts;
  const person = useMemo(() => personOf(who), []);
  const stopped = useMemo(() => (isAdmin ? suppressionsOf(who) : undefined), []);
  useEffect(() => void stopped?.refresh(), []);
  const draft = useDraft<ContactEdit | null>(`contacts:${who.clientId}:${who.staffId}`, untouched);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [refused, setRefused] = useState<string>();
  const [theirs, setTheirs] = useState<Person>();
  const [busy, setBusy] = useState(false);
  const contacts = contactsOf(known.staff);
  const edit = draft.value.value ?? { etag: known.etag, base: contacts, mine: contacts };
  const isChanged = !sameContacts(edit.mine, edit.base);

  const change = (part: Partial<Contacts>) => {
    draft.value.value = { ...edit, mine: { ...edit.mine, ...part } };
  };

  function settled(words: string): void {
    draft.clear();
    setTheirs(undefined);
    setErrors([]);
    toast(words);
  }

  async function save(sent: ContactEdit): Promise<void> {
    if (Object.keys(patchOf(sent)).length === 0) {
      settled(words.nothing);
      return;
    }
    setBusy(true);
    setRefused(undefined);
    const outcome = await person.change(person.value.peek() ?? known, () => savesContacts(who, sent));
    if (outcome.kind === 'ok') settled(words.saved);
    else if (outcome.kind === 'problem' && outcome.code === 'version-conflict') await meet(sent);
    else {
      const found = faultsOfContacts(outcome);
      setErrors(found);
      if (found.length === 0) setRefused(refusalWords(outcome));
      if (found.length === 0) announce(refusalWords(outcome), 'urgent');
    }
    setBusy(false);
  }

  /** Somebody was faster: where they changed something else both stand, else the person chooses. */
  async function meet(sent: ContactEdit): Promise<void> {
    const fresh = await person.refresh();
    if (fresh.kind !== 'ok') {
      setRefused(refusalWords(fresh));
      return;
    }
    const conflict = conflictOf(sent, fresh.value);
    const next = rebased(sent, contactsOf(fresh.value.staff), fresh.value.etag);
    draft.value.value = next;
    if (!conflict) {
      await save(next);
      return;
    }
    setTheirs(fresh.value);
    announce(words.conflict, 'urgent');
  }

  return (
    <form
      class="form"
      noValidate={true}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save(edit);
      }}
    >
      {draft.restored.value !== null && (
        <Banner kind="info">
          <When at={draft.restored.value} />: {t.own.draftKept}
        </Banner>
      )}
      {refused !== undefined && <Banner kind="urgent">{refused}</Banner>}
      <ErrorSummary errors={errors} />
      {theirs && (
        <TheirContacts
          contacts={contactsOf(theirs.staff)}
          busy={busy}
          onMine={() => void save(edit)}
          onTheirs={() => settled(words.nothing)}
        />
      )}
      <ContactList
        mine={edit.mine}
        errors={errors}
        stopped={stopped?.value.value ?? []}
        onLifted={() => void stopped?.refresh()}
        change={change}
        clientId={who.clientId}
      />
      {isAdmin ? (
        <Radios
          legend={words.language}
          hint={words.languageHint}
          value={edit.mine.language}
          options={[
            { value: 'sv', label: words.sv },
            { value: 'en', label: words.en },
          ]}
          onChange={(language) => change({ language })}
        />
      ) : (
        <div>
          <h2>{words.language}</h2>
          <p>{words[known.staff.language]}</p>
          <p class="meta">{words.languageAdmin}</p>
        </div>
      )}
      <p class="meta">{words.inPlan}</p>
      <div class="actions">
        <Button kind="primary" type="submit" busy={busy}>
          {t.parts.save}
        </Button>
        {isChanged && (
          <Button kind="quiet" onPress={() => settled(words.nothing)}>
            {words.discard}
          </Button>
        )}
      </div>
    </form>
  );
}
