// Before a report is released: what goes, what does not, who gets it, and that nothing can be changed afterwards.
import { useMemo } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { toast } from '#web/parts/toast.tsx';
import { type Counts, standingOf } from '#web/privacy/findings.ts';
import { Form } from '#web/privacy/form.tsx';
import { doneWords, stepWords, viewerOf } from '#web/privacy/request-words.ts';
import { type SubjectRequest, takeStep } from '#web/privacy/requests.ts';
import { useSending } from '#web/privacy/sending.ts';
import { t } from '#web/words/words.ts';

interface Props {
  request: SubjectRequest;
  onClose: () => void;
}

function WhatGoes({ included, left }: Counts) {
  const words = t.privacy.findings.release;
  return (
    <ul>
      <li>{words.included(included)}</li>
      {left > 0 && <li>{words.left(left)}</li>}
    </ul>
  );
}

export function ReleaseDialog({ request, onClose }: Props) {
  const words = t.privacy.findings.release;
  const viewer = viewerOf(request, false);
  const source = useMemo(() => standingOf({ clientId: request.clientId, requestId: request.id }), [request.id]);
  const sending = useSending();
  const release = () =>
    sending.send(
      () => takeStep(request, { step: 'release' }),
      () => {
        toast(doneWords('release', viewer));
        onClose();
      },
    );
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <Loaded of={source}>
        {({ findings }) => (
          <Form sending={sending} submit={stepWords('release', viewer)} onSubmit={() => void release()}>
            {findings && <WhatGoes {...findings} />}
            <p>{viewer === 'ourselves' ? words.own : words.client}</p>
            <p>{words.final}</p>
          </Form>
        )}
      </Loaded>
    </Dialog>
  );
}
