// A person who was found, as the operator sees one: whether in, what may be told, and what to say.
import type { AnswerView } from '#desk/answer-view.ts';
import type { ColleagueView } from '#desk/colleague-view.ts';
import type { Match } from '#desk/match-people.ts';
import type { StaffHit } from '#desk/search-schema.ts';
import { rfc3339 } from '#shared/clock.ts';
import { type Availability, type Away, availabilityAt } from '#staff/availability.ts';
import { type StaffView, shownEmails, shownPhones } from '#staff/show-staff.ts';
import type { OpenedStaff } from '#staff/store.ts';

interface Beside {
  view: StaffView;
  nowMs: number;
  answer: AnswerView;
  colleagues: ColleagueView[];
  matched: Match['matched'];
}

export function showHit({ id, value }: OpenedStaff, { view, nowMs, ...beside }: Beside): StaffHit {
  const { kind, name, alsoKnownAs, pronunciation, language, title, department } = value;
  const availability = availabilityAt(value, nowMs);
  return {
    staffId: id,
    ...{ kind, name, alsoKnownAs, language, title, department },
    pronunciation: value.protected ? null : pronunciation,
    protected: value.protected,
    availability: value.protected ? null : showAvailability(availability, view),
    connect: value.protected ? 'no' : availability.connect,
    phones: shownPhones(value, view),
    emails: shownEmails(value, view),
    ...beside,
  };
}

const showAvailability = ({ away, next }: Availability, view: StaffView): StaffHit['availability'] => ({
  state: away ? 'away' : 'in',
  until: away ? rfc3339(away.untilMs) : null,
  reason: away?.reason ?? null,
  note: away?.note ?? null,
  operatorNote: view === 'told' ? null : (away?.operatorNote ?? null),
  next: next ? showNext(next) : null,
});

const showNext = ({ fromMs, untilMs, reason }: Away) => ({ from: rfc3339(fromMs), until: rfc3339(untilMs), reason });
