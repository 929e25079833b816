// The form of one staff member: one column, sections, and the bar that saves.
import { useEffect, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { ErrorSummary } from '#web/parts/error-summary.tsx';
import { Page } from '#web/parts/page.tsx';
import { toast } from '#web/parts/toast.tsx';
import { Absences } from '#web/staff/absences.tsx';
import { AnswerFields } from '#web/staff/answer-notes.tsx';
import { ConflictDialog } from '#web/staff/conflict-dialog.tsx';
import { ContactFields } from '#web/staff/contact-fields.tsx';
import { DeleteDialog } from '#web/staff/delete-dialog.tsx';
import { useStaffForm } from '#web/staff/form-state.ts';
import { Errors } from '#web/staff/inputs.tsx';
import { PersonHead } from '#web/staff/person-head.tsx';
import { PlanEditor } from '#web/staff/plan-editor.tsx';
import { SaveBar } from '#web/staff/save-bar.tsx';
import { Section, SectionLinks } from '#web/staff/section.tsx';
import { type Kept, memberOf, noteRemoved, staffOf } from '#web/staff/staff-store.ts';
import { useStops } from '#web/staff/stops.ts';
import { TestSend } from '#web/staff/test-send.tsx';
import { StatusFields, WhoFields } from '#web/staff/who-fields.tsx';
import { whenWords } from '#web/words/dates.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { language, t } from '#web/words/words.ts';

const sections = ['who', 'contacts', 'answers', 'absences', 'delivery', 'status'] as const;

interface Props {
  clientId: string;
  /** undefined: somebody new. */
  kept?: Kept;
  onGone: () => void;
}

function StaffForm({ clientId, kept, onGone }: Props) {
  const words = t.staff;
  const form = useStaffForm(clientId, kept);
  const [removing, setRemoving] = useState(false);
  const list = staffOf(clientId);
  useEffect(() => void (list.value.peek() ?? list.refresh()), [list]);
  const stops = useStops(clientId);
  const { value, set, errors, clash } = form;
  const member = kept?.member;
  const others = (list.value.value?.members ?? []).filter(({ id }) => id !== member?.id);
  const part = { value, set };

  return (
    <>
      {member && <PersonHead member={member} />}
      {form.draftAtMs !== null && (
        <Banner kind="info">{words.draft(whenWords(form.draftAtMs, Date.now(), language()))}</Banner>
      )}
      <div class="staff-form">
        <SectionLinks names={member ? [...sections, 'remove'] : sections} />
        <Errors.Provider value={errors.byPointer}>
          <form
            class="form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (!form.busy) void form.save();
            }}
          >
            <ErrorSummary errors={errors.summary} />
            <Section name="who">
              <WhoFields {...part} />
            </Section>
            <Section name="contacts">
              <ContactFields {...part} stops={stops} />
            </Section>
            <Section name="answers">
              <AnswerFields {...part} />
            </Section>
            <Section name="absences">
              <Absences {...part} colleagues={others} />
            </Section>
            <Section name="delivery">
              <PlanEditor {...part} colleagues={others}>
                {member && <TestSend clientId={clientId} staffId={member.id} colleagues={others} dirty={form.dirty} />}
              </PlanEditor>
            </Section>
            <Section name="status">
              <StatusFields {...part} />
            </Section>
            {member && (
              <Section name="remove">
                <p class="quiet">{words.removeHint}</p>
                <div>
                  <Button kind="danger" onPress={() => setRemoving(true)}>
                    {words.remove(member.name)}
                  </Button>
                </div>
              </Section>
            )}
            {form.failure && (
              <div role="alert">
                <Banner kind="urgent">{refusalWords(form.failure)}</Banner>
              </div>
            )}
            <SaveBar busy={form.busy} dirty={form.dirty} said={form.said} onDiscard={form.discard} />
          </form>
        </Errors.Provider>
      </div>
      {clash && (
        <ConflictDialog {...clash} colleagues={others} busy={form.busy} onSave={form.settle} onLook={form.look} />
      )}
      {member && removing && (
        <DeleteDialog
          clientId={clientId}
          staffId={member.id}
          name={member.name}
          colleagues={others.filter(({ active }) => active)}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            noteRemoved(clientId, member.id);
            toast(words.removedNow(member.name));
            onGone();
          }}
        />
      )}
    </>
  );
}

export function StaffFormPage({
  clientId,
  staffId,
  onGone,
}: {
  clientId: string;
  staffId: string;
  onGone: () => void;
}) {
  const isNew = staffId === 'new';
  return (
    <Page title={isNew ? t.staff.newOne : t.staff.one} actions={<a href={`/c/${clientId}/staff`}>‹ {t.staff.title}</a>}>
      {isNew ? (
        <StaffForm clientId={clientId} onGone={onGone} />
      ) : (
        <Loaded of={memberOf(clientId, staffId)}>
          {(kept) => <StaffForm clientId={clientId} kept={kept} onGone={onGone} />}
        </Loaded>
      )}
    </Page>
  );
}
