// Subject requests in codes: what a person may ask for, how far it has come, what was decided, how it ended.

/** GDPR art. 15, 16, 17, 18, 20 and 21. */
export const requestKinds = ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** How it reached us. `client`: the client has told us of it. */
export const channelsOfRequests = ['telephone', 'email', 'letter', 'portal', 'client'] as const;
export type RequestChannel = (typeof channelsOfRequests)[number];

/**
 * received: nobody has told the client yet. forwarded: the client is to say what is to be done. instructed: it has said.
 * preparing: the person is being looked for, and what was found is gone through. released: the client has been handed it.
 */
export const requestStates = ['received', 'forwarded', 'instructed', 'preparing', 'released', 'closed'] as const;
export type RequestState = (typeof requestStates)[number];

export const requestSteps = ['identify', 'forward', 'instruct', 'prepare', 'release', 'extend', 'close'] as const;
export type RequestStep = (typeof requestSteps)[number];

export const decisions = ['carryOut', 'refuse'] as const;
export type Decision = (typeof decisions)[number];

/** How the client's instruction was given. `portal`: by a client admin who was signed in. */
export const waysOfInstruction = ['portal', 'email', 'letter', 'telephone'] as const;
export type WayOfInstruction = (typeof waysOfInstruction)[number];

/**
 * How it was made sure who asks: called back at a number that the register has; answered from an address that it has; a
 * document that was shown; an electronic identification; in person; the client knows the person.
 */
export const identityMethods = [
  'calledBack',
  'knownAddress',
  'document',
  'electronic',
  'inPerson',
  'knownToClient',
] as const;
export type IdentityMethod = (typeof identityMethods)[number];

/** GDPR art. 12(3): the complexity, or the number, of the requests. */
export const extensionReasons = ['complexity', 'number'] as const;
export type ExtensionReason = (typeof extensionReasons)[number];

/**
 * carriedOut: as asked. nothingFound: there is nothing about the person. refused: the client has said so. notIdentified: it
 * could not be made sure who asks. withdrawn: the person wants it no more. mistaken: logged twice, or of another client.
 */
export const outcomes = ['carriedOut', 'nothingFound', 'refused', 'notIdentified', 'withdrawn', 'mistaken'] as const;
export type Outcome = (typeof outcomes)[number];
