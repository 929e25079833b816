// Whether a request has come through CloudFront, and so through its firewall: where a stage sees to that, it has the word.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpEvent } from '#shared/http-event.ts';

const hashed = (text: string): Buffer => createHash('sha256').update(text).digest();

/** @param secret empty where the gateway answers everybody. */
export const cameThroughEdge = ({ headers }: Pick<HttpEvent, 'headers'>, secret: string): boolean =>
  secret === '' || timingSafeEqual(hashed(headers['x-origin'] ?? ''), hashed(secret));
