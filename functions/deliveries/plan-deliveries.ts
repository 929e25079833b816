// The plan: which deliveries a message becomes. Pure: preferences, urgency, quiet hours and the general inbox in, deliveries out.
import { type QuietHours, quietUntilMs } from '#deliveries/quiet-hours.ts';
import type { Channel } from '#deliveries/schema.ts';
import type { ContentMode, Language } from '#shared/fields.ts';
import { parsePhone } from '#shared/phone.ts';

interface Step {
  channels: readonly Channel[];
  /** Of the person's own addresses and numbers; none: the first of each kind. */
  contacts?: readonly string[] | undefined;
}

/** A staff member, as far as the plan looks at one. */
interface Addressee {
  staffId: string;
  name: string;
  language: Language;
  active: boolean;
  emails: readonly { address: string }[];
  phones: readonly { number: string }[];
  delivery: { normal: readonly Step[]; urgent: readonly Step[]; quietHours: QuietHours | null } | null;
  contentMode: ContentMode | null;
}

interface GeneralInbox {
  emails: readonly string[];
  phones: readonly string[];
  language: Language;
}

export interface PlanRequest {
  addressees: readonly Addressee[];
  /** The message asks for nobody in particular. */
  toGeneralInbox: boolean;
  generalInbox: GeneralInbox | null;
  clientContentMode: ContentMode;
  urgent: boolean;
  sensitive: boolean;
  smsCountries: readonly string[];
  nowMs: number;
}

export interface PlannedDelivery {
  /** Whom it is meant for; undefined: nobody in particular. */
  staffId: string | undefined;
  /** Whose address it is, and so under whose key it is sealed. */
  addressOf: 'staff' | 'client';
  channel: Channel;
  address: string;
  /** The name that the message is addressed to. */
  name: string | undefined;
  language: Language;
  content: ContentMode;
  notBeforeMs: number | undefined;
}

export interface Plan {
  deliveries: PlannedDelivery[];
  /** Who cannot be reached; undefined: the general inbox was asked for, and there is none. */
  unreachable: (string | undefined)[];
}

const isSmsNumber = (number: string, countries: readonly string[]) => {
  const phone = parsePhone(number);
  return phone?.mobile === true && phone.country !== undefined && countries.includes(phone.country);
};

/** Whoever asks for the least wins: a notice is never made full by another setting. */
const contentFor = (request: PlanRequest, own: ContentMode | null): ContentMode =>
  request.sensitive || request.clientContentMode === 'notice' || own === 'notice' ? 'notice' : 'full';

/** The step that is wished, and what stands in for it where it reaches nothing: an own address comes before the inbox of all. */
function stepsOf(addressee: Addressee, urgent: boolean): Step[] {
  const { normal = [], urgent: whenUrgent = [] } = addressee.delivery ?? {};
  return [...(urgent ? whenUrgent.slice(0, 1) : []), ...normal.slice(0, 1), { channels: ['email', 'sms'] }];
}

/** The addresses of one step, each once, in the order of its channels. */
function addressesOf(addressee: Addressee, step: Step, countries: readonly string[]) {
  const emails = addressee.emails.map(({ address }) => address);
  const numbers = addressee.phones.map(({ number }) => number);
  const chosen = new Set(step.contacts ?? []);
  const takesSms = (number: string) => isSmsNumber(number, countries);
  return step.channels.flatMap((channel) => {
    const [own, usable] = channel === 'email' ? [emails, () => true] : [numbers, takesSms];
    const named = own.filter((address) => chosen.has(address) && usable(address));
    const first = named.length > 0 ? undefined : own.find(usable);
    const picked = first === undefined ? named : [first];
    return [...new Set(picked)].map((address) => ({ channel, address }));
  });
}

function toAddressee(request: PlanRequest, addressee: Addressee): PlannedDelivery[] {
  if (!addressee.active) return [];
  const quiet = addressee.delivery?.quietHours;
  const notBeforeMs = quiet && !request.urgent ? quietUntilMs(request.nowMs, quiet) : undefined;
  const reached = stepsOf(addressee, request.urgent)
    .map((step) => addressesOf(addressee, step, request.smsCountries))
    .find((addresses) => addresses.length > 0);
  return (reached ?? []).map((to) => ({
    ...to,
    staffId: addressee.staffId,
    addressOf: 'staff' as const,
    name: addressee.name,
    language: addressee.language,
    content: contentFor(request, addressee.contentMode),
    notBeforeMs,
  }));
}

function toGeneralInbox(request: PlanRequest, addressee: Addressee | undefined): PlannedDelivery[] {
  const inbox = request.generalInbox;
  if (!inbox) return [];
  const numbers = new Set(inbox.phones.filter((number) => isSmsNumber(number, request.smsCountries)));
  const addresses = [
    ...[...new Set(inbox.emails)].map((address) => ({ channel: 'email' as const, address })),
    ...[...numbers].map((address) => ({ channel: 'sms' as const, address })),
  ];
  return addresses.map((to) => ({
    ...to,
    staffId: addressee?.staffId,
    addressOf: 'client' as const,
    name: addressee?.name,
    language: inbox.language,
    content: contentFor(request, addressee?.contentMode ?? null),
    notBeforeMs: undefined,
  }));
}

/** Everybody is reached by the own addresses, or else through the general inbox; whoever is not is named. */
export function planDeliveries(request: PlanRequest): Plan {
  const asked = [...(request.toGeneralInbox ? [undefined] : []), ...request.addressees];
  const unreachable: (string | undefined)[] = [];
  const deliveries = asked.flatMap((addressee) => {
    const own = addressee ? toAddressee(request, addressee) : [];
    const planned = own.length > 0 ? own : toGeneralInbox(request, addressee);
    if (planned.length === 0) unreachable.push(addressee?.staffId);
    return planned;
  });
  return { deliveries, unreachable };
}
