// The form of one staff member: what is typed and kept, what saving it came to, and what somebody else saved meanwhile.

import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { newKey } from '#web/api/client.ts';
import type { Failure } from '#web/api/outcome.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { announce } from '#web/parts/announce.tsx';
import { toast } from '#web/parts/toast.tsx';
import { type FormErrors, formErrors, noErrors } from '#web/staff/error-words.ts';
import { mergeEdits } from '#web/staff/merge-edits.ts';
import { same } from '#web/staff/same.ts';
import { type Saving, saveEdit, saveNew } from '#web/staff/save-staff.ts';
import { type Kept, noteSaved, registerOf } from '#web/staff/staff-store.ts';
import { editable, emptyValue, type StaffMember, type StaffValue, tidied } from '#web/staff/staff-value.ts';
import { clockWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

interface StaffDraft {
  /** Of `base`; empty for somebody new, who has a key instead. */
  etag: string;
  base: StaffValue;
  mine: StaffValue;
  key: string;
  sent?: StaffValue;
}

export interface Clashing {
  base: StaffValue;
  mine: StaffValue;
  theirs: StaffMember;
  etag: string;
}

function freshFrom(kept: Kept | undefined): StaffDraft {
  const base = kept ? editable(kept.member) : emptyValue();
  return { etag: kept?.etag ?? '', base, mine: base, key: kept ? '' : newKey() };
}

/** What the register says already is nothing to save, whoever wrote it there. */
function nowOf(typed: StaffDraft | null, fresh: StaffDraft): { dirty: boolean; current: StaffDraft } {
  const dirty = typed !== null && !same(typed.mine, typed.base) && !same(typed.mine, fresh.mine);
  return { dirty, current: dirty ? typed : fresh };
}

export function useStaffForm(clientId: string, kept: Kept | undefined) {
  const staffId = kept?.member.id;
  const { route } = useLocation();
  const draft = useDraft<StaffDraft | null>(`staff:${clientId}:${staffId ?? 'new'}`, null);
  const fresh = useMemo(() => freshFrom(kept), [kept]);
  const [errors, setErrors] = useState<FormErrors>(noErrors);
  const [failure, setFailure] = useState<Failure>();
  const [clash, setClash] = useState<Clashing>();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const register = registerOf(clientId);

  const { dirty, current } = nowOf(draft.value.value, fresh);

  /** What was typed while it was being saved stays to be saved. */
  function keepRest(sent: StaffDraft, member: StaffMember, etag: string): void {
    const now = draft.value.peek();
    if (!now || now === sent) {
      draft.clear();
      return;
    }
    const theirs = editable(member);
    const { value } = mergeEdits({ base: sent.mine, mine: now.mine, theirs });
    draft.value.value = { ...now, etag, base: theirs, mine: value };
  }

  /** On the bar, and aloud. */
  function say(words: string): void {
    setSaid(words);
    announce(words);
  }

  async function send(sent: StaffDraft): Promise<Saving> {
    if (staffId) return saveEdit(register, { staffId, ...sent });
    const saving = await saveNew(register, sent);
    const now = draft.value.peek();
    if (saving.kind !== 'saved' || !now || now === sent) return saving;
    const { member, etag } = saving;
    return saveEdit(register, { staffId: member.id, etag, base: editable(member), mine: now.mine });
  }

  function saved(sent: StaffDraft, { member, etag, merged }: Saving & { kind: 'saved' }): void {
    noteSaved(clientId, { member, etag });
    if (staffId) keepRest(sent, member, etag);
    else draft.clear();
    setClash(undefined);
    if (!staffId) {
      toast(t.staff.savedToast(member.name));
      // Who has gone elsewhere meanwhile stays there.
      if (location.pathname.endsWith('/staff/new')) route(`/c/${clientId}/staff/${member.id}`, true);
      return;
    }
    say([t.staff.saved(clockWords(Date.now(), language())), merged && t.staff.merged].filter(Boolean).join('. '));
  }

  /** As it stands at this moment: Enter may come before the last key is rendered. */
  async function save(edit: StaffDraft = nowOf(draft.value.peek(), fresh).current): Promise<void> {
    const mine = tidied(edit.mine);
    const sent = same(mine, edit.mine) ? edit : { ...edit, mine };
    if (sent !== edit) draft.value.value = sent;
    setErrors(noErrors);
    setFailure(undefined);
    setBusy(true);
    const saving = await send(sent);
    setBusy(false);
    if (saving.kind === 'saved') return saved(sent, saving);
    // What was typed meanwhile is not taken back.
    const now = draft.value.peek() ?? sent;
    if (saving.kind === 'clash') return setClash({ base: sent.base, mine: now.mine, ...saving });
    const { failure: why } = saving;
    // Nobody knows whether it arrived: the same goes first the next time.
    if (why.kind === 'away' && !staffId) draft.value.value = { ...now, sent: sent.sent ?? sent.mine };
    // The key belongs to something that was made before and thrown away here: the next time it is somebody else.
    if (why.kind === 'problem' && why.code === 'idempotency-mismatch') {
      const { sent: _, ...rest } = now;
      draft.value.value = { ...rest, key: newKey() };
    }
    if (why.kind === 'problem' && why.fields.length > 0) setErrors(formErrors(why.fields));
    else setFailure(why);
  }

  /** The others' version is the ground from now on, and what was chosen stands on it. */
  function rebased({ theirs, etag }: Clashing, mine: StaffValue): StaffDraft {
    const next = { ...current, etag, base: editable(theirs), mine };
    noteSaved(clientId, { member: theirs, etag });
    draft.value.value = next;
    return next;
  }

  return {
    value: current.mine,
    dirty,
    busy,
    errors,
    failure,
    clash,
    said,
    draftAtMs: dirty ? draft.restored.value : null,
    set(change: Partial<StaffValue>): void {
      const ground = nowOf(draft.value.peek(), fresh).current;
      draft.value.value = { ...ground, mine: { ...ground.mine, ...change } };
    },
    save: () => save(),
    discard(): void {
      const before = draft.value.peek();
      draft.clear();
      setErrors(noErrors);
      setFailure(undefined);
      setSaid('');
      toast(t.staff.discarded, () => {
        draft.value.value = before;
      });
    },
    settle: (mine: StaffValue) => void (clash && save(rebased(clash, mine))),
    look(mine: StaffValue): void {
      if (clash) rebased(clash, mine);
      setClash(undefined);
    },
  };
}
