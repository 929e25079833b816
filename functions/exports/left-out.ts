// Counts what an export leaves out, and why: nothing is passed over in silence.
import type { ExportCounts, LeftOutReason } from '#exports/schema.ts';

type Of = ExportCounts['leftOut'][number]['of'];

export class LeftOut {
  readonly #counts = new Map<string, ExportCounts['leftOut'][number]>();

  add(of: Of, because: LeftOutReason, count: number): void {
    if (count === 0) return;
    const name = `${of} ${because}`;
    const before = this.#counts.get(name)?.count ?? 0;
    this.#counts.set(name, { of, because, count: before + count });
  }

  all(): ExportCounts['leftOut'] {
    return [...this.#counts.values()];
  }
}
