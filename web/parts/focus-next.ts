// The focus that goes to what a press has made: set as soon as it stands on the page, before the next key.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** @returns asks for the focus of the first element in `root` that matches, at the next rendering. */
export function useFocusNext(root: RefObject<HTMLElement | null>): (selector: string) => void {
  const wanted = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const element = wanted.current === undefined ? null : root.current?.querySelector<HTMLElement>(wanted.current);
    if (!element) return;
    wanted.current = undefined;
    element.focus();
  });
  return (selector) => {
    wanted.current = selector;
  };
}
