// The keys of the open message: single letters only while it has the focus, not where somebody writes, and not where they are turned off.
import { singleKeys } from '#web/parts/theme.ts';

export type KeyActions = Readonly<Record<string, () => void>>;

export function paneKeys(actions: KeyActions): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!(target instanceof Element) || target.closest('dialog, input, textarea, select, details[open]')) return;
    if (key !== 'Escape' && singleKeys.value !== 'on') return;
    if (!Object.hasOwn(actions, key)) return;
    event.preventDefault();
    actions[key]?.();
  };
}
