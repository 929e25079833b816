// Light, dark, or as the computer has it; and whether single letters act in lists.
import { effect } from '@preact/signals';
import { keptChoice } from '#web/words/kept-choice.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const theme = keptChoice<Theme>('ao.theme', themes, () => 'auto');
/** WCAG 2.1.4: who speaks to the computer can turn them off. */
export const singleKeys = keptChoice<'on' | 'off'>('ao.keys', ['on', 'off'], () => 'on');

export function followTheme(): void {
  effect(() => {
    if (theme.value === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme.value;
  });
}
