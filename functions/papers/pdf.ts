// A paper as a route replies with it.
import * as z from 'zod/mini';
import { lazy } from '#shared/route.ts';

export const Pdf = lazy(() => z.custom<Uint8Array>((value) => value instanceof Uint8Array));
