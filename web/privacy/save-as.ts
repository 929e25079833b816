// A file of this page's own making, saved as a download.

/** @param name without anything personal: it stays in the list of downloads. */
export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by the next turn; Safari asks for more.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
