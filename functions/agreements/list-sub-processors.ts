// Lists who works for the service, and what is announced.
import type { agreementRoutes } from '#agreements/routes.ts';
import { readSubProcessors, showSubProcessor } from '#agreements/sub-processors.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs two queries beside the membership, of a unit each up to 4 KB. */
export const listSubProcessors: UseCase<(typeof agreementRoutes)['listSubProcessors']> = {
  async run(app) {
    return { status: 200, body: { items: (await readSubProcessors(app)).map(showSubProcessor) } };
  },
};
