// Searches who signs in: memberships with the name that the client gave, the user's address, the account of the sign-in service.
import { type Field, field } from '#requests/search/field.ts';
import { openEach, PAGE, type Searcher } from '#requests/search/searcher.ts';
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { registerReads } from '#shared/register.ts';
import { readRegisterPage } from '#shared/register-page.ts';
import { recordKeys } from '#shared/tables.ts';
import { type Member, memberIn, membershipReads } from '#users/store.ts';

const self = { slot: 'self', part: 'self' } as const;

/** The account has the address that the user has: it is made with it, and goes with it. */
const fieldsOf = ({ userId, email, name, membership }: Member): Field[] => [
  ...field('userId', 'userId', userId, self),
  ...field('name', 'name', name, self),
  ...field('email', 'email', email, self),
  ...field('role', 'code', membership.role),
  ...field('staffId', 'staffId', membership.staffId, self),
  ...field('setsAbsences', 'code', membership.setsAbsences),
  ...field('state', 'code', membership.state),
  ...field('account', 'code', email === undefined ? undefined : 'signIn'),
  ...field('invitedAt', 'time', membership.invitedAt),
];

const userReads = (userId: string) => registerReads(recordKeys.user(userId));

const opening = (home: string) => ({
  reads: (userId: string) => [...membershipReads(home, userId), ...userReads(userId)],
  open: (found: Found, userId: string) => {
    const member = memberIn(found, home, userId);
    return member && { store: 'membership', recordId: userId, home, whose: 'self', fields: fieldsOf(member) };
  },
});

/** A page costs a query of the memberships, one of their keys, and a read of 2 units for each user. */
export const memberSearcher: Searcher = {
  stores: ['membership', 'user', 'userPool'],

  async page(app: App, home, _, from) {
    const { pk } = recordKeys.membershipsOf(home);
    const startAfter = from === undefined ? undefined : { pk, sk: from };
    const { found, sortKeys, next } = await readRegisterPage(app.db, pk, { limit: PAGE, startAfter });
    await app.db.read(sortKeys.flatMap(userReads), found);
    const opened = await openEach(app, home, sortKeys, opening(home), found);
    return { ...opened, looked: sortKeys.length, next: next?.sk as string | undefined };
  },

  async open(app, home, _, recordIds) {
    return { ...(await openEach(app, home, recordIds, opening(home))), looked: recordIds.length };
  },
};
