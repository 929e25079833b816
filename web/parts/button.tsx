// A button: its key stands on it, and while it works it says so and cannot be pressed twice.
import type { ComponentChildren } from 'preact';
import { t } from '#web/words/words.ts';

interface Props {
  children: ComponentChildren;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  type?: 'button' | 'submit';
  busy?: boolean;
  disabled?: boolean;
  /** The key that does the same, as it is written: "F8", "e", "Ctrl+Enter". */
  kbd?: string;
  /** The name, where the button shows an icon only. */
  label?: string;
  pressed?: boolean;
  expanded?: boolean;
  onPress?: (event: MouseEvent) => void;
}

const ariaKeys = (kbd: string): string => kbd.replace('Ctrl', 'Control').replace('Esc', 'Escape');

export function Button(props: Props) {
  const { children, kind = 'plain', type = 'button', busy = false, disabled, kbd, label, pressed, expanded } = props;
  return (
    <button
      type={type}
      class={`button ${kind}`}
      aria-label={label}
      aria-disabled={busy || undefined}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-keyshortcuts={kbd && ariaKeys(kbd)}
      disabled={disabled}
      onClick={(event) => {
        // Not `disabled`: that would throw the focus away in the middle of a form.
        if (busy) event.preventDefault();
        else props.onPress?.(event);
      }}
    >
      {busy ? t.parts.working : children}
      {kbd && (
        <span class="key" aria-hidden="true">
          {kbd}
        </span>
      )}
    </button>
  );
}
