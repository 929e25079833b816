// A message as a row of messages.csv.
import { type CsvRow, together } from '#exports/csv.ts';
import type { MessageView } from '#messages/schema.ts';

export const messageColumns = [
  'id',
  'takenAt',
  'staffId',
  'staffName',
  'copyTo',
  'callerName',
  'callerCompany',
  'callerPhone',
  'callerExtension',
  'callerSecondPhone',
  'callerEmail',
  'matter',
  'urgency',
  'callBack',
  'sensitive',
  'state',
  'handledAt',
  'note',
  'test',
  'correctedAt',
  'deliveries',
  'expiresAt',
] as const;

/** @param nameOf undefined for whoever is not in the export. */
export const messageRow = (message: MessageView, nameOf: (staffId: string) => string | undefined): CsvRow => ({
  id: message.id,
  takenAt: message.takenAt,
  staffId: message.staffId,
  staffName: message.staffId === null ? null : nameOf(message.staffId),
  copyTo: together(message.copyTo),
  callerName: message.caller.name,
  callerCompany: message.caller.company,
  callerPhone: message.caller.phone ?? message.caller.phoneAsGiven,
  callerExtension: message.caller.extension,
  callerSecondPhone: message.caller.secondPhone ?? message.caller.secondPhoneAsGiven,
  callerEmail: message.caller.email,
  matter: message.matter,
  urgency: message.urgency,
  callBack: message.callBack,
  sensitive: message.sensitive,
  state: message.state,
  handledAt: message.handled?.at,
  note: message.note,
  test: message.test,
  correctedAt: message.corrections.at(-1)?.at,
  deliveries: together(message.deliveries.map(({ channel, state }) => `${channel}: ${state}`)),
  expiresAt: message.expiresAt,
});
