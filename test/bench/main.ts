// `npm run bench [section...] [--quick]`: figures beside the baseline of the same run. Ratios and targets, no promises in milliseconds.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { installBench } from './lab/install.ts';

const sections = {
  functions: async () => (await import('./functions/section.ts')).functionsSection,
  routes: async () => (await import('./routes/section.ts')).routesSection,
  delivery: async () => (await import('./delivery/section.ts')).deliverySection,
  desk: async () => (await import('./desk/section.ts')).deskSection,
  sweep: async () => (await import('./sweep/section.ts')).sweepSection,
  export: async () => (await import('./export/section.ts')).exportSection,
  portal: async () => (await import('./portal/section.ts')).portalSection,
};
type SectionName = keyof typeof sections;
const isSection = (name: string): name is SectionName => Object.hasOwn(sections, name);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !isSection(name));
if (unknown.length > 0) {
  console.error(`no such section: ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`);
  process.exit(2);
}
const chosen = positionals.length > 0 ? positionals.filter(isSection) : (Object.keys(sections) as SectionName[]);

console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`);
if (values.quick) console.log('quick: fewer rounds, wider spreads');
await installBench();
for (const name of chosen) {
  const section = await sections[name]();
  await section(values.quick);
}
process.exit(0);
