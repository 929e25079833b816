// Links to sealed files in memory: their names, and until when they are good.
import type { LinkingApp } from '#jobs/link-file.ts';

export const linking = {
  link: (name, atMs, expiresSeconds) => `https://handouts.example/${name}?until=${atMs + expiresSeconds * 1_000}`,
} satisfies Pick<LinkingApp, 'link'>;
