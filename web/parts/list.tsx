// A list with one place in the tab order: arrows, j and k move, Enter opens, letters act on the row that has the focus.
import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { singleKeys } from '#web/parts/theme.ts';

interface Props<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  hrefOf: (item: T) => string;
  current?: string;
  /** What is in the row's link. */
  render: (item: T) => ComponentChild;
  actions?: Readonly<Record<string, (item: T) => void>>;
  onBack?: () => void;
}

export function List<T>({ label, items, keyOf, hrefOf, current, render, actions = {}, onBack }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [reached, setReached] = useState<string>();
  const tabStop = items.some((item) => keyOf(item) === reached) ? reached : (current ?? (items[0] && keyOf(items[0])));

  const focusAt = (index: number) =>
    list.current?.querySelectorAll<HTMLElement>('a.row')[Math.max(0, Math.min(items.length - 1, index))]?.focus();

  function onKey(event: KeyboardEvent, item: T, index: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const letters = singleKeys.value === 'on';
    const { key } = event;
    if (key === 'ArrowDown' || (letters && key === 'j')) focusAt(index + 1);
    else if (key === 'ArrowUp' || (letters && key === 'k')) focusAt(index - 1);
    else if (key === 'Home') focusAt(0);
    else if (key === 'End') focusAt(items.length - 1);
    else if (letters && key === 'o') (event.currentTarget as HTMLElement).click();
    else if (onBack && (key === 'Escape' || (letters && key === 'u'))) onBack();
    else if (letters && Object.hasOwn(actions, key)) actions[key]?.(item);
    else return;
    event.preventDefault();
  }

  return (
    <ul class="list" ref={list} aria-label={label}>
      {items.map((item, index) => (
        <li key={keyOf(item)}>
          <a
            class="row"
            href={hrefOf(item)}
            tabIndex={keyOf(item) === tabStop ? 0 : -1}
            aria-current={keyOf(item) === current ? 'true' : undefined}
            onFocus={() => setReached(keyOf(item))}
            onKeyDown={(event) => onKey(event, item, index)}
          >
            {render(item)}
          </a>
        </li>
      ))}
    </ul>
  );
}
