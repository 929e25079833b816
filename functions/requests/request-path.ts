// The path of a subject request: of a client, or of the service itself.
import * as z from 'zod/mini';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';
import { SERVICE } from '#shared/tables.ts';

/** A client, or `service`: the requests of which we are the controller ourselves. */
export const Home = () => z.union([idSchema('client'), z.literal(SERVICE)]);

export const HomeParams = lazy(() => z.strictObject({ clientId: Home() }));
export const OneRequest = lazy(() => z.strictObject({ clientId: Home(), requestId: idSchema('request') }));
