// A client of a browser test's own: people, a number, an admin and a staff member, made by the API.
import { type HttpWorld, made, newAddress, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

interface Person {
  readonly id: string;
  readonly email: string;
}

export interface BrowserWorld extends HttpWorld {
  readonly name: string;
  /** As it is written: "08-465 004 57". */
  readonly number: string;
  /** Anna Lindqvist, whom the user `staffMember` is. */
  readonly anna: Person;
  readonly bo: Person;
  /** The function that takes invoices. */
  readonly ekonomi: Person;
  /** Addresses to sign in with. */
  readonly admin: string;
  readonly staffMember: string;
  /** Somebody else may have the number. */
  close(): Promise<void>;
}

/** Of the numbers for examples those that the seed leaves: a number belongs to one client at a time. */
const numbers = Array.from({ length: 48 }, (_, index) => `08-465 004 ${52 + index}`);
let turn = Math.floor(Math.random() * numbers.length);

/** @returns the number, and the client's version after it. */
async function takeNumber(world: HttpWorld, answerPhrase: string): Promise<string> {
  for (let tried = 0; tried < numbers.length; tried += 1) {
    const number = numbers[turn++ % numbers.length] ?? '';
    const { status, text } = await changeNumbers(world, [{ number, answerPhrase, language: 'sv' }]);
    if (status === 200) return number;
    if (status !== 409) throw new Error(`The client gets no number: ${text}`);
  }
  throw new Error('Every number belongs to somebody');
}

async function changeNumbers(world: HttpWorld, wanted: readonly object[]) {
  const { headers } = await world.call('GET', world.path());
  return world.call('PATCH', world.path(), { body: { numbers: wanted }, ifMatch: headers.get('etag') ?? '' });
}

export async function openBrowserWorld(): Promise<BrowserWorld> {
  const name = `Kvarngärdets El ${newAddress('').slice(1, 5)}`;
  const inbox = newAddress('info');
  const world = await openWorld({ name, town: 'Uppsala', generalInbox: { emails: [inbox], language: 'sv' } });
  const addPerson = async (who: string, member: object): Promise<Person> => {
    const email = newAddress(who);
    expectRecipients(email);
    const emails = [{ label: 'Arbete', address: email, mayTell: true }];
    const byEmail = [{ channels: ['email'] }];
    const body = { emails, delivery: { normal: byEmail, urgent: byEmail }, ...member };
    return { email, id: await world.addStaff(body) };
  };
  const anna = await addPerson('anna', {
    name: 'Anna Lindqvist',
    title: 'Projektledare',
    department: 'Ombyggnad',
    phones: [{ label: 'Mobil', number: '070-174 06 10', mayTell: false, mayConnect: true }],
    connect: 'yes',
    keywords: ['kök', 'badrum'],
  });
  const bo = await addPerson('bo', {
    name: 'Bo Öberg',
    title: 'Elinstallatör',
    connect: 'ask',
    keywords: ['laddstolpe'],
  });
  const ekonomi = await addPerson('ekonomi', { kind: 'function', name: 'Ekonomi', keywords: ['faktura'] });
  const [number, admin, staffMember] = await Promise.all([
    takeNumber(world, `${name}, god dag!`),
    world.addUser('clientAdmin'),
    world.addUser('staffMember', anna.id),
  ]);
  expectRecipients(inbox);
  return {
    ...world,
    ...{ name, number, anna, bo, ekonomi, admin: admin.email, staffMember: staffMember.email },
    async close() {
      await made(changeNumbers(world, []), 200);
    },
  };
}
