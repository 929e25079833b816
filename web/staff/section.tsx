// A section of the form: a heading that the links of the page lead to.
import type { ComponentChildren } from 'preact';
import type { StaffValue } from '#web/staff/staff-value.ts';
import { t } from '#web/words/words.ts';

export type SectionName = keyof typeof t.staff.sections;

export interface SectionProps {
  value: StaffValue;
  set: (change: Partial<StaffValue>) => void;
}

export function Section({ name, children }: { name: SectionName; children: ComponentChildren }) {
  return (
    <section class="form-section" id={`part-${name}`} tabIndex={-1}>
      <h2>{t.staff.sections[name]}</h2>
      {children}
    </section>
  );
}

export function SectionLinks({ names }: { names: readonly SectionName[] }) {
  return (
    <nav class="section-links" aria-label={t.staff.onPage}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={`#part-${name}`}>{t.staff.sections[name]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
