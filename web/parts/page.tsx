// What every view is in: one h1, the title of the window, and the focus on the h1 after a navigation.
import { effect, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '#web/words/words.ts';

/** The service's name, of config.json, and the client's that is open. */
export const place = signal<{ service: string; client?: string }>({ service: '' });
/** How many errors the form on the page has: the title says it first. */
export const pageErrors = signal(0);

const pageTitle = signal('');
let navigated = false;

/** From the first navigation on, a new page takes the focus; the first page of a load does not. */
export const hasNavigated = (): boolean => navigated;

export const noteNavigation = (): void => {
  navigated = true;
};

export function followTitle(): void {
  effect(() => {
    const { service, client } = place.value;
    const parts = [pageTitle.value, client, service].filter((part) => part !== undefined && part !== '');
    document.title = `${pageErrors.value > 0 ? t.parts.errorTitle : ''}${parts.join(' – ')}`;
  });
}

interface Props {
  title: string;
  /** Beside the title: the view's own buttons. */
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

export function Page({ title, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    pageTitle.value = title;
  }, [title]);
  useEffect(() => {
    pageErrors.value = 0;
    if (navigated) heading.current?.focus();
  }, []);
  return (
    <div class="page">
      <header class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions}
      </header>
      {children}
    </div>
  );
}
