// How a client's calls are answered, as the API takes it, gives it and seals it.
import * as z from 'zod/mini';
import { type OpeningHours as Hours, OpeningHours } from '#calendar/opening-hours.ts';
import { When, type When as WhenValue } from '#calendar/when.ts';
import { LineId } from '#clients/lines.ts';
import { Email, Instant, Line, listOf, notEmpty, orNull, Text } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { Phone } from '#shared/phone.ts';
import { lazy } from '#shared/route.ts';

const RULES_MAX = 40;
export const NOTICES_MAX = 20;
const ALTERNATIVES_MAX = 5;
const ASK_FOR_MAX = 10;
const WORDS_MAX = 1_000;
const INSTRUCTIONS_MAX = 4_000;
const NOTICE_MAX = 500;

/** The same in Swedish and in English; null where the client has not said it in that language. */
export interface InLanguages {
  sv: string | null;
  en: string | null;
}

interface AnsweringRule {
  id: string;
  /** How to answer; what to do; what callers are told. */
  kind: 'greeting' | 'instruction' | 'note';
  name: string;
  when: WhenValue;
  /** `lin_…` of the called number that it is bound to. */
  line?: string | undefined;
  text: InLanguages;
}

/** What operators are to know for a while: it ends by itself. */
export interface Notice {
  id: string;
  text: string;
  /** Who wrote it: `usr_…` or `mch_…`. */
  by: string;
  createdAtMs: number;
  untilMs: number;
}

/** What is said to callers who ask why their data is kept; null where the service's own words will do. */
export interface CallerNotice {
  text: InLanguages;
  purpose: InLanguages;
  contact: { email: string | null; phone: string | null; address: string | null; web: string | null };
}

/** What is sealed. */
export interface AnsweringDetails {
  /** Shown to the operator at every call. */
  instructions: string | null;
  /** What to ask callers for. */
  askFor: string[];
  /** null: always open. */
  hours: Hours | null;
  rules: AnsweringRule[];
  notices: Notice[];
  callerNotice: CallerNotice | null;
}

const Languages = () => z.strictObject({ sv: orNull(Text(WORDS_MAX)), en: orNull(Text(WORDS_MAX)) });

const inOneAtLeast = () =>
  z.refine<InLanguages>(({ sv, en }) => sv !== null || en !== null, { error: 'In one language at least' });

const RuleInput = () =>
  z.strictObject({
    /** Given back, it stays the same rule; without one the service makes a new one. */
    id: z.optional(idSchema('rule')),
    kind: z.enum(['greeting', 'instruction', 'note']),
    name: Line(),
    when: When(),
    line: z.optional(LineId()),
    text: Languages().check(inOneAtLeast()),
  });

/** What a browser opens, and nothing that runs; zod's own check would bring all of its patterns along. */
const isWebAddress = (text: string) => {
  const { protocol, hostname, username } = URL.parse(text) ?? {};
  return protocol === 'https:' && username === '' && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(`${hostname}`);
};
const WebAddress = () => Line(500).check(z.refine(isWebAddress, { error: 'An address that begins with https://' }));

const none: InLanguages = { sv: null, en: null };

const CallerNoticeInput = () =>
  z.strictObject({
    text: z._default(Languages(), none),
    purpose: z._default(Languages(), none),
    contact: z._default(
      z.strictObject({
        email: orNull(Email()),
        phone: orNull(Phone()),
        address: orNull(Line()),
        web: orNull(WebAddress()),
      }),
      { email: null, phone: null, address: null, web: null },
    ),
  });

const eachOnce = () =>
  z.refine<readonly string[]>((ids) => new Set(ids).size === ids.length, { error: 'Each person once' });

/** A merge patch of one level: what is absent stays, null clears, lists and objects are replaced whole. */
export const AnsweringPatch = lazy(() =>
  z
    .strictObject({
      instructions: z.optional(z.nullable(Text(INSTRUCTIONS_MAX))),
      askFor: z.optional(listOf(Line(), ASK_FOR_MAX)),
      hours: z.optional(z.nullable(OpeningHours())),
      rules: z.optional(listOf(RuleInput(), RULES_MAX)),
      callerNotice: z.optional(z.nullable(CallerNoticeInput())),
      /** Whom to ask where nobody is in, in order. */
      alternatives: z.optional(listOf(idSchema('staff'), ALTERNATIVES_MAX).check(eachOnce())),
    })
    .check(notEmpty()),
);
export type AnsweringPatch = z.output<ReturnType<typeof AnsweringPatch>>;

export const NoticeInput = lazy(() =>
  z.strictObject({
    text: Text(NOTICE_MAX),
    /** 30 days from now unless given, and at most that. */
    until: z.optional(Instant()),
  }),
);

export const NoticePatch = lazy(() =>
  z
    .strictObject({
      text: z.optional(Text(NOTICE_MAX)),
      until: z.optional(Instant()),
      /** For another 30 days from now. */
      renew: z.optional(z.literal(true)),
    })
    .check(
      notEmpty(),
      z.refine(({ until, renew }) => until === undefined || renew === undefined, {
        error: 'Either `until` or `renew`',
        path: ['renew'],
      }),
    ),
);
