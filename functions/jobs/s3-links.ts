// Links to sealed files, signed in the name of the function.
import type { LinkingApp } from '#jobs/link-file.ts';
import { presignGet } from '#jobs/presign-get.ts';
import type { Env } from '#shared/env.ts';

export const linkVariables = [
  'HANDOUT_URL',
  'AWS_REGION',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
] as const;

export const s3Links =
  (env: Env<(typeof linkVariables)[number]>): LinkingApp['link'] =>
  (key, atMs, expiresSeconds) =>
    presignGet(
      {
        accessKeyId: env.AWS_ACCESS_KEY_ID,
        secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
        sessionToken: env.AWS_SESSION_TOKEN,
      },
      { bucketUrl: env.HANDOUT_URL, key, region: env.AWS_REGION, atMs, expiresSeconds },
    );
