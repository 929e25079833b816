// The time of the service: this computer's clock may be wrong, so each answer's Date header corrects it.
let offsetMs = 0;
let isKnown = false;

/** Whether the service has been heard: before that nothing is thrown away for its age. */
export const isTimeKnown = (): boolean => isKnown;

export const serverNowMs = (): number => Date.now() + offsetMs;

/** A header is cut to whole seconds, and an answer that took long says little about now. */
export function noteServerTime(dateHeader: string | null, askedAtMs: number, answeredAtMs: number): void {
  const said = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  const tookMs = answeredAtMs - askedAtMs;
  if (Number.isNaN(said)) return;
  const measured = said + 500 - (askedAtMs + tookMs / 2);
  // A clock that is hours wrong is known for wrong by a slow answer too.
  const saysLittle = tookMs > 2_000 && (isKnown || Math.abs(measured) <= tookMs);
  isKnown = true;
  if (saysLittle) return;
  // Within the header's own precision nothing is known: a clock that is right stays right to the millisecond.
  offsetMs = Math.abs(measured) <= 1_500 ? 0 : measured;
}
