// How long the desk itself takes, for whoever measures: from a key, or an answer, to the picture on the screen.

export type OwnWork = 'typed' | 'answered' | 'toggled' | 'opened' | 'sent';

/** Begins now, ends when what follows has been painted. Only names and times: nothing of what was typed. */
export function markOwnTime(work: OwnWork): void {
  const start = performance.now();
  requestAnimationFrame(() => {
    const painted = new MessageChannel();
    painted.port1.onmessage = () => {
      performance.measure(`desk:${work}`, { start, end: performance.now() });
      painted.port1.close();
    };
    painted.port2.postMessage(null);
  });
}
