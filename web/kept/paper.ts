// The wish to have what is not sent on paper.
import { signal } from '@preact/signals';

export const printing = signal(false);
export const printUnsent = (): void => {
  printing.value = true;
};
