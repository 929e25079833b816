// Where the focus goes when a dialog opens, or what it waited for has come: past the button that closes it.

/** As the `ref` of that one element. */
export function firstFocus(element: HTMLElement | null): void {
  if (!element) return;
  // Read by showModal(), which comes after this.
  element.setAttribute('autofocus', '');
  if (element.closest('dialog')?.open) element.focus();
}
