// The programs of docs/examples do what they say, against the runner.
import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, inject, test } from 'vitest';
import { expectRecipients } from '#test/support/outbox-guard.ts';
import { type RunnerClient, runnerClient } from '#test/support/runner-client.ts';

const run = promisify(execFile);
const example = (name: string) => fileURLToPath(new URL(`../../docs/examples/${name}`, import.meta.url));
const origin = inject('runnerOrigin');
/** The runner itself needs neither. */
const canRunShell = ['bash', 'curl'].every((name) => spawnSync(name, ['--version']).status === 0);

let runner: RunnerClient;

beforeAll(async () => {
  runner = runnerClient(origin);
  expectRecipients('info@nordvik.example', 'reception@sodra.example');
  expectRecipients('anna.lindqvist@nordvik.example', '+46701740610');
});

test('the switchboard takes a message for nobody in particular, sees it go out, and reads the list', async () => {
  await runner.clearOutbox();

  const { stdout } = await run(process.execPath, [example('switchboard.ts')], { env: { ...process.env, API: origin } });

  const [, messageId] = /: (msg_\w+) is taken/.exec(stdout) ?? [];
  expect(messageId).toBeDefined();
  expect(stdout).toContain('\n  email: delivered\n');
  expect(stdout.split('newest first:')[1]).toContain(messageId);
  expect(await runner.untilSent(({ channel }) => channel === 'email')).toHaveLength(1);
});

test.skipIf(!canRunShell)('the walk of an operator leads to the mailbox and the telephone of Anna', async () => {
  await runner.clearOutbox();

  const { stdout } = await run('bash', [example('take-message.sh')], {
    env: { ...process.env, ANSWERONLINE: origin },
  });

  const ids = stdout.match(/msg_\w+/g) ?? [];
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(stdout).toContain('--- email to anna.lindqvist@nordvik.example: Brådskande telefonmeddelande');
  expect(stdout).toContain('--- sms to +46701740610');
  expect(stdout).toMatch(/handled, by usr_\w+ at /);
});
