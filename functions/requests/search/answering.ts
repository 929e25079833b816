// Searches how a client's calls are answered: instructions, rules, notices, what callers are told about their data.
import { answeringReads, currentNotices, type OpenedAnswering, openAnswering } from '#clients/answering.ts';
import { type Field, field, fieldsOfEach } from '#requests/search/field.ts';
import { openEach, type Searcher } from '#requests/search/searcher.ts';

const own = { own: true } as const;

/** Words that are nobody's alone: a report tells of those in which the person is named, and of what the person wrote. */
function fieldsOf({ value, alternatives, updatedAtMs }: OpenedAnswering, nowMs: number): Field[] {
  const { callerNotice } = value;
  const contact = { slot: 'callerNotice', part: 'contact', ...own } as const;
  const said = [callerNotice?.text.sv, callerNotice?.text.en, callerNotice?.purpose.sv, callerNotice?.purpose.en];
  return [
    ...field('instructions', 'text', value.instructions, own),
    ...fieldsOfEach(value.askFor, (words, n) => field('askFor.*', 'text', words, { n, ...own })),
    ...fieldsOfEach(value.rules, ({ name, text: { sv, en } }, n) =>
      field('rules.*.text', 'text', [name, sv, en].filter((words) => words !== null).join('\n'), { n, ...own }),
    ),
    ...fieldsOfEach(currentNotices(value.notices, nowMs), ({ text, by, untilMs }, n) => {
      const writer = { n, slot: `notice.${n}`, ...own } as const;
      return [
        ...field('notices.*.text', 'text', text, writer),
        ...field('notices.*.by', 'userId', by, { ...writer, part: 'actor' }),
        ...field('notices.*.until', 'plain', new Date(untilMs).toISOString(), writer),
      ];
    }),
    ...fieldsOfEach(said, (words, n) => field('callerNotice.text.*', 'text', words, { n, ...own })),
    ...field('callerNotice.email', 'email', callerNotice?.contact.email, contact),
    ...field('callerNotice.phone', 'phone', callerNotice?.contact.phone, contact),
    ...field('callerNotice.address', 'text', callerNotice?.contact.address, own),
    ...fieldsOfEach(alternatives, (staffId, n) => field('alternatives.*', 'staffId', staffId, { n })),
    ...field('updatedAt', 'time', updatedAtMs),
  ];
}

/** One read of 2 units up to 4 KB. */
export const answeringSearcher: Searcher = {
  stores: ['answering'],
  page: (app, home, quest) => answeringSearcher.open(app, home, quest, [home]),

  async open(app, home, _, recordIds) {
    const opened = await openEach(app, home, recordIds, {
      reads: (clientId) => answeringReads(clientId),
      open: (found, clientId) => {
        const answering = openAnswering(found, clientId);
        return (
          answering && {
            store: 'answering',
            recordId: clientId,
            home,
            whose: 'nobody',
            fields: fieldsOf(answering, app.clock.nowMs()),
          }
        );
      },
    });
    return { ...opened, looked: recordIds.length };
  },
};
