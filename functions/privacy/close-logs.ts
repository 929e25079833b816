// Closes the days of both logs: one that is broken does not stop the other.
import type { ClosingApp } from '#privacy/app.ts';
import { type ClosingReport, closeDays } from '#privacy/close-days.ts';
import { auditLog, erasureLog } from '#privacy/kept-logs.ts';

/** @throws AggregateError at the end, for the log that cannot be gone on with. */
export async function closeLogs(app: ClosingApp, mayGoOn: () => boolean): Promise<ClosingReport> {
  const report: ClosingReport = { closed: 0, finished: true };
  const errors: unknown[] = [];
  for (const kept of [erasureLog, auditLog]) {
    try {
      const { closed, finished } = await closeDays(app, kept, mayGoOn);
      report.closed += closed;
      report.finished &&= finished;
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'Days could not be closed');
  return report;
}
