// Section `routes`: what each route costs in DynamoDB requests and capacity units, beside the least possible.
import { routeTable } from '#api/route-table.ts';
import { functionFacts } from '#lib/functions.ts';
import { drives } from '../functions/drives.ts';
import { digits, printNotes, printTable } from '../lab/table.ts';
import type { Recorded } from '../world/recorder.ts';
import { openWorld, type World } from '../world/world.ts';
import { scenario } from './scenario.ts';
import type { Least, State } from './step.ts';

interface RouteCost extends Least {
  readonly routeId: string;
  readonly otherCalls: number;
  readonly least: Least;
  readonly why: string;
}

/** Every route twice, the second time counted: then the service's own keys are in the warm function. */
export async function measureRoutes(world: World): Promise<RouteCost[]> {
  const costs: RouteCost[] = [];
  for (const round of [1, 2]) {
    let state: State = {};
    for (const step of scenario) {
      const { answer, recorded } = await world.call(step.routeId, step.request(state, round));
      const body = JSON.parse(answer.body || '{}');
      state = { ...state, ...step.keep?.(body, answer.headers.etag ?? `"${body.version ?? 1}"`) };
      if (round === 1) continue;
      costs.push({ routeId: step.routeId, ...costOf(recorded), least: step.least, why: step.why });
    }
  }
  return costs;
}

function costOf(recorded: readonly Recorded[]): Least & { otherCalls: number } {
  const database = recorded.filter(({ operation }) => operation.startsWith('DynamoDB.'));
  return {
    requests: database.length,
    readUnits: database.reduce((sum, { readUnits }) => sum + readUnits, 0),
    writeUnits: database.reduce((sum, { writeUnits }) => sum + writeUnits, 0),
    otherCalls: recorded.length - database.length,
  };
}

export async function routesSection(): Promise<void> {
  const world = await openWorld();
  const costs = await measureRoutes(world).finally(() => world.stop());
  const beside = (of: (cost: Least) => number, decimals: number) => (cost: RouteCost) =>
    `${digits(of(cost), decimals)} (${digits(of(cost.least), decimals)})`;
  const isLeast = ({ least, ...cost }: RouteCost) =>
    cost.requests <= least.requests && cost.readUnits <= least.readUnits && cost.writeUnits <= least.writeUnits;
  printTable(
    'DynamoDB requests and capacity units of each route, on the engine, in brackets the least possible',
    [
      { title: 'route', cell: ({ routeId }) => routeId, left: true },
      { title: 'requests', cell: beside(({ requests }) => requests, 0) },
      { title: 'read units', cell: beside(({ readUnits }) => readUnits, 1) },
      { title: 'write units', cell: beside(({ writeUnits }) => writeUnits, 1) },
      { title: 'other calls', cell: ({ otherCalls }) => (otherCalls > 0 ? String(otherCalls) : '') },
      { title: '', cell: (cost) => (isLeast(cost) ? 'least' : 'more'), left: true },
      { title: 'what the least is', cell: ({ why }) => why, left: true },
    ],
    costs,
  );
  const missing = routeTable.filter(({ id }) => !scenario.some(({ routeId }) => routeId === id)).map(({ id }) => id);
  if (missing.length > 0) printNotes([`not measured: ${missing.join(', ')}`]);
  await printEvents();
}

/** What a message costs after its route: one event of each function behind. */
async function printEvents(): Promise<void> {
  const { driven } = await drives();
  printTable(
    'The same for one event of each function that is no route',
    [
      { title: 'function', cell: ({ name }) => name, left: true },
      { title: 'event', cell: ({ what }) => what, left: true },
      { title: 'requests', cell: ({ requests }) => String(requests) },
      { title: 'read units', cell: ({ readUnits }) => digits(readUnits, 1) },
      { title: 'write units', cell: ({ writeUnits }) => digits(writeUnits, 1) },
      { title: 'other calls', cell: ({ otherCalls }) => (otherCalls > 0 ? String(otherCalls) : '') },
    ],
    driven
      .filter(({ name }) => functionFacts[name].folder === 'events')
      .map(({ name, what, exchanges }) => ({ name, what, ...costOf(exchanges) })),
  );
}
