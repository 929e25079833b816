// Where the focus goes between the list, the search and the open message; nothing else moves it.
import { useEffect, useRef } from 'preact/hooks';

/** @param toList closes the message that is open. */
export function useFocusWays(id: string | undefined, toList: () => void) {
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const before = useRef(id);
  const wantsSearch = useRef(false);

  useEffect(() => {
    const left = before.current;
    before.current = id;
    if (!id) {
      if (wantsSearch.current) search.current?.focus();
      else if (left) list.current?.querySelector<HTMLElement>(`a[href*="${left}"]`)?.focus();
      // Not sooner: the wish may come before the message that it closes has been told of.
      wantsSearch.current = false;
      return;
    }
    // Enter on the row of what is open already: its address changes nothing, so it takes the focus there.
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest(`a[href*="${id}"]`))
        document.querySelector<HTMLElement>('.message-pane')?.focus();
    };
    const element = list.current;
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  }, [id]);

  /** Where one pane is shown at a time, the search is in the other. */
  function toSearch(): void {
    search.current?.focus();
    if (document.activeElement === search.current) return;
    wantsSearch.current = true;
    toList();
  }

  return { list, search, toSearch };
}
