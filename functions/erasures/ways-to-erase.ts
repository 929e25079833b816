// How each store that a search finds people in gives them up: by itself, by a person's hand, or not at all, with the reason.
import type { Finding } from '#requests/findings.ts';

/**
 * erased: the record, or what of it is the person's, goes. byHand: it is a record about others, or for all, that names the
 * person in words: only people can put it otherwise. kept: nothing but ids, which name nobody once the person's record is gone;
 * or evidence, the agreement's and the request's own, which shows what was asked and goes at its own time.
 */
export type Way = 'erased' | 'byHand' | 'kept';

type Seen = Pick<Finding, 'as' | 'how'>;
/** By an id alone: no word in it is about the person. */
const byIdOnly = ({ how }: Seen): boolean => how.every((way) => way === 'staffId' || way === 'userId');
const isOwn = ({ as }: Seen): boolean => as.includes('self');

const always = (way: Way) => (): Way => way;
const otherwise = (seen: Seen): Way => (byIdOnly(seen) ? 'kept' : 'byHand');

/** By the store that findings are named by; test/unit/erasures/ways-to-erase.test.ts holds it equal to what is searched. */
export const waysToErase: Readonly<Record<string, (seen: Seen) => Way>> = {
  // A message is erased whole, whoever else is named in it; one that the person only took or read as a user is another's.
  message: ({ as }) => (as.every((part) => part === 'actor') ? 'kept' : 'erased'),
  staff: (seen) => (isOwn(seen) ? 'erased' : otherwise(seen)),
  membership: always('erased'),
  // Of a colleague's list, or the general inbox's, what is left may be somebody else's address.
  suppression: ({ how }) => (how.includes('staffId') ? 'erased' : 'byHand'),
  client: otherwise,
  answering: otherwise,
  machine: otherwise,
  // Who signed is evidence for as long as the agreement is.
  agreement: always('kept'),
  request: always('kept'),
  export: always('kept'),
  tombstone: always('kept'),
  job: always('kept'),
  erasure: always('kept'),
  audit: always('kept'),
};

/** What nobody has thought of is left to people, and not passed over. */
export const wayToErase = (finding: Pick<Finding, 'store'> & Seen): Way =>
  (waysToErase[finding.store] ?? always('byHand'))(finding);
