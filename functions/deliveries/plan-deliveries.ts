// The plan: which deliveries a message becomes. Pure: preferences, urgency, quiet hours, colleagues and the general inbox in, deliveries out.
import { ladderOf, type Step, type Wishes } from '#deliveries/plan-steps.ts';
import { type QuietHours, quietUntilMs } from '#deliveries/quiet-hours.ts';
import type { Channel } from '#deliveries/schema.ts';
import type { ContentMode, Language } from '#shared/fields.ts';
import { parsePhone } from '#shared/phone.ts';
import { DEFAULT_WAIT_MINUTES } from '#staff/default-wait.ts';

/** A staff member, as far as the plan looks at one. */
export interface Addressee {
  staffId: string;
  name: string;
  language: Language;
  active: boolean;
  emails: readonly { address: string }[];
  phones: readonly { number: string }[];
  delivery: (Wishes & { quietHours: QuietHours | null }) | null;
  contentMode: ContentMode | null;
}

interface GeneralInbox {
  emails: readonly string[];
  phones: readonly string[];
  language: Language;
}

/** What every plan of a message goes by. */
export interface PlanRules {
  generalInbox: GeneralInbox | null;
  /**
   * Those that have been looked up, with who stands in for whoever was erased; undefined for one that is gone. Whoever is
   * missing and needed is asked for.
   */
  colleagues: ReadonlyMap<string, Addressee | 'generalInbox' | undefined>;
  clientContentMode: ContentMode;
  urgent: boolean;
  sensitive: boolean;
  smsCountries: readonly string[];
  nowMs: number;
}

export interface PlanRequest extends PlanRules {
  addressees: readonly Addressee[];
  /** The message asks for nobody in particular. */
  toGeneralInbox: boolean;
}

export interface PlannedDelivery {
  /** Whom it is meant for; undefined: nobody in particular. */
  staffId: string | undefined;
  /** Whose address it is, and so under whose key it is sealed. */
  addressOf: 'staff' | 'client';
  /** The colleague whose address it is. */
  viaStaffId?: string | undefined;
  /** Of the addressee's plan; absent: the first. */
  step?: number;
  /** Of an urgent message alone: how long it waits for an outcome. */
  waitMinutes?: number | undefined;
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
  /** Colleagues who must be looked up first: plan again with them. */
  missing: string[];
}

const isSmsNumber = (number: string, countries: readonly string[]) => {
  const phone = parsePhone(number);
  return phone?.mobile === true && phone.country !== undefined && countries.includes(phone.country);
};

/** Whoever asks for the least wins: a notice is never made full by another setting. */
const contentFor = (rules: PlanRules, ...own: (ContentMode | null)[]): ContentMode =>
  rules.sensitive || rules.clientContentMode === 'notice' || own.includes('notice') ? 'notice' : 'full';

/** The addresses of one step, each once, in the order of its channels. */
function addressesOf(person: Addressee, { channels, contacts = [] }: Step, countries: readonly string[]) {
  const emails = person.emails.map(({ address }) => address);
  const numbers = person.phones.map(({ number }) => number);
  const chosen = new Set(contacts);
  const takesSms = (number: string) => isSmsNumber(number, countries);
  return channels.flatMap((channel) => {
    const [own, usable] = channel === 'email' ? [emails, () => true] : [numbers, takesSms];
    const named = own.filter((address) => chosen.has(address) && usable(address));
    const first = named.length > 0 ? undefined : own.find(usable);
    const picked = first === undefined ? named : [first];
    return [...new Set(picked)].map((address) => ({ channel, address }));
  });
}

interface Reached {
  addressee: Addressee | undefined;
  step: Step;
  number: number;
}

const waitOf = ({ urgent }: PlanRules, { waitMinutes }: Step) =>
  urgent ? waitMinutes || DEFAULT_WAIT_MINUTES : undefined;

/** To the person's own addresses, or through a colleague's; nobody is reached who is not active. */
function toStaff(rules: PlanRules, { addressee, step, number }: Reached, owner: Addressee): PlannedDelivery[] {
  if (!addressee || !owner.active) return [];
  const quiet = owner.delivery?.quietHours;
  const notBeforeMs = quiet && !rules.urgent ? quietUntilMs(rules.nowMs, quiet) : undefined;
  return addressesOf(owner, step, rules.smsCountries).map((to) => ({
    ...to,
    staffId: addressee.staffId,
    addressOf: 'staff' as const,
    ...(owner.staffId !== addressee.staffId && { viaStaffId: owner.staffId }),
    step: number,
    waitMinutes: waitOf(rules, step),
    name: addressee.name,
    language: owner.language,
    content: contentFor(rules, addressee.contentMode, owner.contentMode),
    notBeforeMs,
  }));
}

function toInbox(rules: PlanRules, { addressee, step, number }: Reached): PlannedDelivery[] {
  const inbox = rules.generalInbox;
  if (!inbox) return [];
  const numbers = new Set(inbox.phones.filter((phone) => isSmsNumber(phone, rules.smsCountries)));
  const byChannel = { email: [...new Set(inbox.emails)], sms: [...numbers] };
  return step.channels
    .flatMap((channel) => byChannel[channel].map((address) => ({ channel, address })))
    .map((to) => ({
      ...to,
      staffId: addressee?.staffId,
      addressOf: 'client' as const,
      step: number,
      waitMinutes: waitOf(rules, step),
      name: addressee?.name,
      language: inbox.language,
      content: contentFor(rules, addressee?.contentMode ?? null),
      notBeforeMs: undefined,
    }));
}

interface StepPlan {
  deliveries: PlannedDelivery[];
  /** A colleague who must be looked up first: plan again with them. */
  missing?: string;
}

function planOne(rules: PlanRules, reached: Reached): StepPlan {
  const to = reached.step.to ?? 'self';
  if (to === 'generalInbox') return { deliveries: toInbox(rules, reached) };
  if (to === 'self') return { deliveries: reached.addressee ? toStaff(rules, reached, reached.addressee) : [] };
  if (!rules.colleagues.has(to.staffId)) return { deliveries: [], missing: to.staffId };
  const colleague = rules.colleagues.get(to.staffId);
  if (colleague === 'generalInbox') return { deliveries: toInbox(rules, reached) };
  return { deliveries: colleague ? toStaff(rules, reached, colleague) : [] };
}

/**
 * The first step from number `from` on that reaches somebody, as the register is now; no deliveries: nothing is left.
 * What stands in for wishes is looked at only where no wish has been carried out (`from` is 0, or a stand-in's).
 * @param addressee undefined: nobody in particular, who is reached through the general inbox alone.
 */
export function planStep(rules: PlanRules, addressee: Addressee | undefined, from: number): StepPlan {
  const { steps, wished } = addressee
    ? ladderOf(addressee.delivery, rules.urgent)
    : { steps: [{ channels: ['email', 'sms'], to: 'generalInbox' } as Step], wished: 1 };
  const until = from === 0 || from > wished ? steps.length : wished;
  for (let number = from; number < until; number++) {
    const step = steps[number];
    const plan = step && planOne(rules, { addressee, step, number });
    if (plan && (plan.missing !== undefined || plan.deliveries.length > 0)) return plan;
  }
  return { deliveries: [] };
}

/** The first step of everybody; whoever cannot be reached is named. */
export function planDeliveries(request: PlanRequest): Plan {
  const asked = [...(request.toGeneralInbox ? [undefined] : []), ...request.addressees];
  const plan: Plan = { deliveries: [], unreachable: [], missing: [] };
  for (const addressee of asked) {
    const first = planStep(request, addressee, 0);
    if (first.missing !== undefined) plan.missing.push(first.missing);
    else if (first.deliveries.length === 0) plan.unreachable.push(addressee?.staffId);
    else plan.deliveries.push(...first.deliveries);
  }
  return plan;
}
