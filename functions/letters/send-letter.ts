// Sends a letter to everybody whom it goes to, one by one: once each, and after a crash one of them perhaps twice.
import type { Mailer } from '#deliveries/handover.ts';
import type { Job } from '#jobs/job.ts';
import type { JobRun } from '#jobs/worker.ts';
import { letterOf } from '#letters/letter.ts';
import { recipientIds, recipientOf } from '#letters/recipients.ts';
import { renderLetter } from '#letters/render-letter.ts';
import type { App } from '#shared/app.ts';
import { log } from '#shared/log.ts';

export interface LetterApp extends App {
  mailer: Mailer;
  portalUrl: string;
}

/**
 * Costs one query of the members of the home, and for each recipient a read of 4 units, an e-mail, and 1 unit for how far it
 * is. What SES refuses for good is logged and passed by; what it refuses for now ends the run, and the queue brings it back.
 */
export async function sendLetter(app: LetterApp, job: Job, run: JobRun): Promise<'done' | 'more'> {
  const letter = letterOf(job.clientId, job.refId);
  const ids = await recipientIds(app, letter.clientId, letter.to);
  if (ids.length === 0) log.warn('letter-to-nobody', { jobId: job.id, clientId: job.clientId, code: letter.about });
  let { done } = job;
  for (const userId of ids.filter((id) => job.at === undefined || id > job.at)) {
    if (!run.mayGoOn()) return 'more';
    await sendTo(app, job, userId);
    done += 1;
    await run.note({ done, total: ids.length, at: userId });
  }
  return 'done';
}

/** @throws Error where nothing was taken, or nobody can say: an e-mail that may arrive twice is better than none. */
async function sendTo(app: LetterApp, job: Job, userId: string): Promise<void> {
  const letter = letterOf(job.clientId, job.refId);
  const recipient = await recipientOf(app, letter.clientId, letter.to, userId);
  if (!recipient) return;
  const email = renderLetter({ ...letter, name: recipient.name, portalUrl: app.portalUrl });
  // No delivery of a message: receipts with a job's id are taken by no rule.
  const reference = { messageId: job.id, deliveryId: job.id };
  const handover = await app.mailer.send(reference, { to: recipient.address, ...email });
  const told = { jobId: job.id, userId, code: letter.about };
  if (handover.outcome === 'accepted') log.info('letter-sent', told);
  else if (handover.outcome === 'failed') log.warn('letter-refused', { ...told, code: handover.code });
  else throw new Error(`The letter was not taken: ${handover.code}`);
}
