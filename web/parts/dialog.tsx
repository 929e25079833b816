// A modal dialog, native: Esc closes, the focus goes in, and back to where it was. Below 640 px it is a sheet from the foot.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '#web/words/words.ts';

interface Props {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Only what is in it leads on. */
  mustAnswer?: boolean;
  children: ComponentChildren;
}

export function Dialog({ open, title, onClose, mustAnswer = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      // The browser lets a page refuse one Esc, and closes at the second.
      onKeyDown={(event) => mustAnswer && event.key === 'Escape' && event.preventDefault()}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="page-head">
        <h2 id={titleId}>{title}</h2>
        {!mustAnswer && (
          <button type="button" class="button quiet" onClick={onClose}>
            {t.parts.close}
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}
