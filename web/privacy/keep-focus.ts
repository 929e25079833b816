// The focus of whoever has pressed something that is gone by what it did: it goes to the heading of the part, not to the page's top.
import type { RefObject } from 'preact';

/** Asked when it is done; looked at when the page has been rendered anew. What still stands there keeps the focus. */
export const keepFocus = (heading: RefObject<HTMLElement | null>): void => {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  });
};
