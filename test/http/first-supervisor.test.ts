// The way into a fresh stack: bin/first-supervisor.ts makes the account and the rows, once.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentAssembly, readAssembly } from '#local/assembly.ts';
import { functionEnvironment } from '#local/functions.ts';
import { openResources } from '#local/resources.ts';
import type { Json } from '#test/support/http-world.ts';
import { startRunner, type TestRunner } from '#test/support/runner.ts';

const run = promisify(execFile);
const program = fileURLToPath(new URL('../../bin/first-supervisor.ts', import.meta.url));
const EMAIL = 'anna@answeronline.example';

let runner: TestRunner;
let letIn: () => Promise<{ stdout: string; stderr: string }>;

beforeAll(async () => {
  runner = await startRunner({ args: ['--no-seed'] });
  const [awsEndpoint, dynamodb] = [
    await runner.addressOf('SQS, SNS, SES, S3, KMS, Cognito'),
    await runner.addressOf('DynamoDB'),
  ];
  const stacks = readAssembly(currentAssembly(join(runner.dataDir, 'assembly')));
  const region = stacks[0]?.region ?? '';
  const places = { region, awsEndpoint, origin: runner.origin, issuer: `${runner.origin}/oidc` };
  const [pool] = openResources(stacks, places).of('AWS::Cognito::UserPool');
  letIn = () =>
    run(
      process.execPath,
      [program, '--stage', 'dev', '--user-pool', `${pool?.physical.ref}`, '--email', EMAIL, '--name', 'Anna Ek'],
      { env: { ...process.env, ...functionEnvironment(region, dynamodb, awsEndpoint) } },
    );
});
afterAll(() => runner.stop());

test('the first supervisor is let in by the program, and nobody after', async () => {
  await expect(runner.userToken(EMAIL)).rejects.toThrow('nobody here');

  const { stdout } = await letIn();
  const again = letIn();

  await expect(again).rejects.toThrow('There is a supervisor already');
  const [, userId] = /^(usr_\w+) is the supervisor of dev now/.exec(stdout) ?? [];
  const token = await runner.userToken(EMAIL);
  const operators = await runner.request<Json>('GET', '/v1/operators', { token });
  expect(operators.body.items).toMatchObject([{ id: userId, email: EMAIL, name: 'Anna Ek', role: 'supervisor' }]);
});
