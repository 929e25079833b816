// The keys of the whole desk: they act wherever the focus is, but not behind a dialog.
import { useEffect } from 'preact/hooks';

interface Actions {
  readonly toCallField: () => void;
  readonly sheet: () => void;
  readonly back: () => void;
  readonly send: () => void;
  readonly toggle: (name: 'callBack' | 'urgent' | 'sensitive') => void;
  /** F4 and F9 mean something to browsers: they are taken only while there is a form. */
  readonly hasForm: () => boolean;
}

const toggleOf = { F4: 'callBack', F8: 'urgent', F9: 'sensitive' } as const;
const isToggle = (key: string): key is keyof typeof toggleOf => Object.hasOwn(toggleOf, key);

function act(event: KeyboardEvent, actions: Actions): boolean {
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && event.key === 'Enter' && !event.altKey && !event.shiftKey) {
    if (!event.repeat) actions.send();
    return true;
  }
  if (isCommand || event.altKey || event.shiftKey) return false;
  if (event.key === 'F2') actions.toCallField();
  else if (event.key === 'F1') actions.sheet();
  else if (event.key === 'Escape') actions.back();
  else if (isToggle(event.key) && actions.hasForm()) {
    if (!event.repeat) actions.toggle(toggleOf[event.key]);
  } else return false;
  return true;
}

export function useDeskKeys(actions: Actions): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
      if (act(event, actions)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
