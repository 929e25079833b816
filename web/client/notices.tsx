// Notices to the operators: what they are to know for a while. Each ends by itself.
import { useState } from 'preact/hooks';
import type { Failure } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import { type Noted, noticesOf } from '#web/client/notice-calls.ts';
import { NoticeForm } from '#web/client/notice-form.tsx';
import type { TabProps } from '#web/client/opening-hours.tsx';
import { lastDayOf } from '#web/client/stockholm-days.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { session } from '#web/session/session.ts';
import { ageWords, dayWords } from '#web/words/dates.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { language, t } from '#web/words/words.ts';

const NOTICES = 20;

export function Notices({ clientId, source, answering, readOnly }: TabProps) {
  const { notices } = answering.record;
  const calls = noticesOf(clientId, source.read);
  const [changing, setChanging] = useState<string>();
  return (
    <>
      <p class="measure">{t.client.noticesHint}</p>
      {!readOnly && changing === undefined && notices.length < NOTICES && (
        <NoticeForm
          key="new"
          id={`notice:${clientId}`}
          start={{ text: null, until: null }}
          label={t.client.newNotice}
          button={t.client.putUp}
          send={(typed, key) => calls.create(typed, key)}
          onSent={() => announce(t.client.noticeUp)}
        />
      )}
      {notices.length === 0 && <Empty title={t.client.noNotices} />}
      <ul class="list notices">
        {notices.map((notice) => (
          <li key={notice.id}>
            {changing === notice.id ? (
              <NoticeForm
                id={`notice:${clientId}:${notice.id}`}
                start={{ text: notice.text, until: lastDayOf(notice.until) }}
                label={t.client.changeNotice}
                button={t.parts.save}
                send={(typed) => calls.change(notice.id, typed)}
                onSent={() => {
                  setChanging(undefined);
                  announce(t.client.saved);
                }}
                onLeave={() => setChanging(undefined)}
              />
            ) : (
              <Shown
                notice={notice}
                readOnly={readOnly}
                onChange={() => setChanging(notice.id)}
                renew={() => calls.renew(notice.id)}
                remove={() => calls.remove(notice.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ShownProps {
  notice: TabProps['answering']['record']['notices'][number];
  readOnly: boolean;
  onChange: () => void;
  renew: () => Promise<Noted>;
  remove: () => Promise<Noted>;
}

function Shown({ notice, readOnly, onChange, renew, remove }: ShownProps) {
  const [busy, setBusy] = useState<'renew' | 'remove'>();
  const [failure, setFailure] = useState<Failure>();
  const age = ageWords(serverNowMs() - Date.parse(notice.createdAt), t.parts);
  const isOwn = notice.by === session.value.me?.userId;
  async function act(name: 'renew' | 'remove', call: () => Promise<Noted>, done: string) {
    setBusy(name);
    const came = await call();
    setBusy(undefined);
    setFailure(came.kind === 'ok' ? undefined : came);
    if (came.kind === 'ok') announce(done);
  }
  return (
    <>
      <p class="read">{notice.text}</p>
      <p class="meta">
        {isOwn ? t.client.byYou(age) : t.client.noticeAge(age)} ·{' '}
        {t.client.noticeEnds(dayWords(notice.until, language()))}
      </p>
      {failure && (
        <Banner kind="urgent">
          <p role="alert">{refusalWords(failure)}</p>
        </Banner>
      )}
      {!readOnly && (
        <div class="actions">
          <Button onPress={onChange}>{t.client.change}</Button>
          <Button busy={busy === 'renew'} onPress={() => void act('renew', renew, t.client.renewed)}>
            {t.client.renew}
          </Button>
          <Button kind="quiet" busy={busy === 'remove'} onPress={() => void act('remove', remove, t.client.noticeDown)}>
            {t.client.takeDown}
          </Button>
        </div>
      )}
    </>
  );
}
