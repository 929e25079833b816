// Which stores are searched, in which order: people first, for their numbers, addresses and ids are what the rest is searched by.
import { agreementSearcher } from '#requests/search/agreements.ts';
import { answeringSearcher } from '#requests/search/answering.ts';
import { clientSearcher } from '#requests/search/client.ts';
import {
  auditSearcher,
  erasureSearcher,
  exportSearcher,
  jobSearcher,
  messageWorkSearcher,
  taskWorkSearcher,
  tombstoneSearcher,
} from '#requests/search/gathered.ts';
import { machineSearcher } from '#requests/search/machines.ts';
import { memberSearcher } from '#requests/search/members.ts';
import { messageSearcher } from '#requests/search/messages.ts';
import { requestSearcher } from '#requests/search/requests.ts';
import type { Searcher } from '#requests/search/searcher.ts';
import { serviceDetailsSearcher, subProcessorSearcher } from '#requests/search/service-records.ts';
import { staffSearcher } from '#requests/search/staff.ts';
import { suppressionSearcher } from '#requests/search/suppressed.ts';
import { SERVICE } from '#shared/tables.ts';

export interface Step {
  searcher: Searcher;
  /** In the partition of every client too: of those who sign in, and sign, we are the controller ourselves. */
  everywhere?: true;
}

interface Plan {
  /** Repeated until nobody new is found: who signs in may be of the staff, and the other way round. */
  people: readonly Step[];
  rest: readonly Step[];
}

const ofClient: Plan = {
  people: [{ searcher: staffSearcher }, { searcher: memberSearcher }],
  rest: [
    { searcher: clientSearcher },
    { searcher: answeringSearcher },
    { searcher: suppressionSearcher },
    { searcher: machineSearcher },
    { searcher: requestSearcher },
    { searcher: agreementSearcher },
    { searcher: tombstoneSearcher },
    { searcher: jobSearcher },
    { searcher: erasureSearcher },
    { searcher: exportSearcher },
    { searcher: auditSearcher },
    { searcher: messageSearcher },
  ],
};

const ofService: Plan = {
  people: [{ searcher: memberSearcher, everywhere: true }],
  rest: [
    { searcher: machineSearcher },
    { searcher: requestSearcher },
    { searcher: serviceDetailsSearcher },
    { searcher: subProcessorSearcher },
    { searcher: agreementSearcher, everywhere: true },
    { searcher: taskWorkSearcher },
    { searcher: jobSearcher, everywhere: true },
    { searcher: erasureSearcher, everywhere: true },
    { searcher: exportSearcher, everywhere: true },
    { searcher: auditSearcher, everywhere: true },
    { searcher: messageWorkSearcher, everywhere: true },
  ],
};

export const planOf = (home: string): Plan => (home === SERVICE ? ofService : ofClient);

export const stepsOf = (home: string): Step[] => [...planOf(home).people, ...planOf(home).rest];

/** Stores of the register that are asked in a home. */
export const searchedStores = (home: string): Set<string> =>
  new Set(stepsOf(home).flatMap(({ searcher }) => searcher.stores));

/** @throws Error for a store that is not searched there. */
export function searcherOf(home: string, store: string): Searcher {
  const step = stepsOf(home).find(({ searcher }) => searcher.stores[0] === store);
  if (!step) throw new Error('A finding of a store that is not searched');
  return step.searcher;
}
