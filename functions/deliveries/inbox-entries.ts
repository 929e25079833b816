// Which delivery is the entry of whose inbox: a list of a person's messages is a list of these.
import type { PlannedDelivery } from '#deliveries/plan-deliveries.ts';

interface InboxEntries {
  /** For each planned delivery whose inbox it stands in. */
  entries: (string | undefined)[];
  /** Staff members who are to have the message in their inbox, and for whom no delivery was left. */
  withoutEntry: string[];
}

/** Each delivery is the entry of one inbox at most: that of whom it is meant for goes before that of a colleague. */
export function inboxEntries(
  planned: readonly Pick<PlannedDelivery, 'staffId' | 'viaStaffId'>[],
  inboxesWithIt: readonly string[],
): InboxEntries {
  const entries: (string | undefined)[] = planned.map(() => undefined);
  const withoutEntry: string[] = [];
  const placed = new Set(inboxesWithIt);
  const place = (staffId: string | undefined, field: 'staffId' | 'viaStaffId') => {
    if (staffId === undefined || placed.has(staffId)) return;
    placed.add(staffId);
    const free = planned.findIndex((plan, n) => entries[n] === undefined && plan[field] === staffId);
    if (free < 0) withoutEntry.push(staffId);
    else entries[free] = staffId;
  };
  for (const { staffId } of planned) place(staffId, 'staffId');
  for (const { viaStaffId } of planned) place(viaStaffId, 'viaStaffId');
  return { entries, withoutEntry };
}
