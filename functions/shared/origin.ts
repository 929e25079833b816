// Whether a request has come through CloudFront, and so through its firewall: where a stage sees to that, it has the word.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpEvent } from '#shared/http-event.ts';

const hashed = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * The address that a request came from. CloudFront puts the viewer's behind whatever the viewer has said, and the gateway
 * CloudFront's behind that: only the last two can be believed.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 * @param secret as below: with it every request has come through CloudFront.
 */
export function networkAddress({ headers, requestContext }: HttpEvent, secret: string): string {
  const own = requestContext.http?.sourceIp ?? 'unknown';
  if (secret === '') return own;
  const passed = (headers['x-forwarded-for'] ?? '').split(',').map((one) => one.trim());
  const last = passed.at(-1) === own ? passed.at(-2) : passed.at(-1);
  return last || own;
}

/** @param secret empty where the gateway answers everybody. */
export const cameThroughEdge = ({ headers }: Pick<HttpEvent, 'headers'>, secret: string): boolean =>
  secret === '' || timingSafeEqual(hashed(headers['x-origin'] ?? ''), hashed(secret));
