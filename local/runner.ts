// Starts the parts in their order and stops them in the reverse one.
import { createServer } from 'node:http';
import { openAccounts } from '#local/accounts.ts';
import { freshAssembly, readAssembly, stageRegion } from '#local/assembly.ts';
import { openAuthorizer } from '#local/authorizer.ts';
import { openAwsEndpoint, type Providers } from '#local/aws-endpoint.ts';
import { openBuckets } from '#local/buckets.ts';
import { openClock } from '#local/clock.ts';
import { openCognito } from '#local/cognito.ts';
import { keptJson, openDataDir } from '#local/data-dir.ts';
import { startEngine } from '#local/engine.ts';
import { openFaults } from '#local/faults.ts';
import { functionEnvironment, LOCAL_KEY, openFunctions } from '#local/functions.ts';
import { openGateway } from '#local/gateway.ts';
import { readUserPool } from '#local/identity.ts';
import { openSmsLogs } from '#local/log-subscriptions.ts';
import { openLogs } from '#local/logs.ts';
import { type MailEvents, openMailEvents } from '#local/mail-events.ts';
import { openMailbox } from '#local/mailbox.ts';
import { readMappings } from '#local/mappings.ts';
import { openOidc } from '#local/oidc.ts';
import type { Options } from '#local/options.ts';
import { openOutbox } from '#local/outbox.ts';
import type { Address } from '#local/page.ts';
import { openPhone } from '#local/phone.ts';
import { openPortal } from '#local/portal.ts';
import { openPresigned } from '#local/presigned.ts';
import { openQueueSource } from '#local/queue-source.ts';
import { openQueues } from '#local/queues.ts';
import { openResources } from '#local/resources.ts';
import { readRoutes, routeFinder } from '#local/routes.ts';
import { openRules } from '#local/rules.ts';
import { openSchedules } from '#local/schedules.ts';
import { seed } from '#local/seed.ts';
import { type Handle, listen, serve } from '#local/server.ts';
import { openSigning } from '#local/signing.ts';
import { openStreamSource, type Positions, type Source } from '#local/stream-source.ts';
import { makeTables } from '#local/tables.ts';
import { noTape, openTape } from '#local/tape.ts';
import { claimsMaker } from '#local/tokens.ts';

export interface Runner {
  readonly origin: string;
  readonly addresses: readonly Address[];
  stop(): Promise<void>;
}

export async function startRunner(options: Options, root: string, onDeath: (reason: string) => void): Promise<Runner> {
  const dataDir = openDataDir(options.dataDir, options.fresh);
  const closing: (() => unknown)[] = [() => dataDir.release()];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    return await start();
  } catch (error) {
    await stop();
    throw error;
  }

  async function start(): Promise<Runner> {
    const logs = openLogs(dataDir.at('logs'), options.verbose);
    const clock = openClock(dataDir.at('clock.json'));
    const accounts = openAccounts(dataDir.at('accounts.json'));
    const outbox = openOutbox(dataDir.at('outbox.jsonl'));
    const faults = openFaults();
    const tape = options.tape ? openTape(dataDir.at('tape.jsonl'), clock) : noTape;

    let handle: Handle = async (_request, response) => {
      response.writeHead(503).end();
    };
    const server = createServer((request, response) => void handle(request, response));
    const origin = await listen(server, options.port);
    closing.push(() => {
      server.close();
      server.closeAllConnections();
    });

    let providers: Providers | undefined;
    const awsEndpoint = await openAwsEndpoint(
      () => {
        if (!providers) throw new Error('asked before the start');
        return providers;
      },
      (text) => logs.error('aws', text),
      tape.call,
    );
    closing.push(awsEndpoint.stop);

    let mailEvents: MailEvents | undefined;
    const mailboxOpening = openMailbox(outbox, faults, clock, (mail) => mailEvents?.about(mail));
    const engineStarting = startEngine(dataDir.at('engine'), onDeath);
    const [engine, mailbox, assembly] = await all(
      engineStarting.then((started) => {
        closing.push(started.stop);
        return started;
      }),
      mailboxOpening.then((opened) => {
        closing.push(opened.stop);
        return opened;
      }),
      freshAssembly(root, dataDir.at('assembly')),
    );
    const stacks = readAssembly(assembly);
    const region = stageRegion(stacks);
    const queues = await openQueues(dataDir.at('queues'), region);
    closing.push(queues.stop);

    const issuer = `${origin}/oidc`;
    const resources = openResources(stacks, { region, origin, awsEndpoint: awsEndpoint.url, issuer });
    await makeTables(engine.dynamo, resources, options.fresh);
    queues.make(resources);
    const bus = openRules(resources, queues.send);
    mailEvents = openMailEvents(resources, bus, clock, region, (text) => logs.error('events', text));
    const buckets = openBuckets(queues.s3);
    buckets.make(resources);
    const signing = openSigning(resources, keptJson(dataDir.at('signing.json'), {}));
    const pool = readUserPool(resources);

    const sources: Source[] = [];
    const functions = openFunctions(resources, {
      environment: functionEnvironment(region, engine.endpoint, awsEndpoint.url),
      portalUrl: origin,
      clockOffset: clock.offset,
      logs,
      afterInvocation: () => {
        for (const source of sources) source.wake();
      },
    });
    closing.push(functions.stop);
    const makeClaims = claimsMaker(pool, functions, region);
    const oidc = await openOidc({ issuer, pool, accounts, makeClaims, keysPath: dataDir.at('keys.json') });
    const cognito = openCognito(pool, accounts, ({ sub }) => oidc.signOut(sub));
    const smsLogs = openSmsLogs(resources, functions, clock, region);
    const publishSms = openPhone(outbox, faults, clock, smsLogs.about);
    providers = { queues, buckets, signing, mailbox, publishSms, cognito };

    const gateway = openGateway(routeFinder(readRoutes(resources, functions)), openAuthorizer(oidc.publicKeys));
    await Promise.allSettled(functions.all.map((one) => one.warm()));

    const positions = keptJson<Positions>(dataDir.at('streams.json'), {});
    const heard = tape.listening(functions);
    const schedules = openSchedules(resources, heard, clock);
    for (const mapping of readMappings(resources, heard)) {
      sources.push(
        mapping.kind === 'queue'
          ? openQueueSource(mapping, queues, region)
          : openStreamSource(mapping, {
              dynamo: engine.dynamo,
              positions,
              region,
              deadLetter: queues.send,
              onError: (text) => logs.error('stream', text),
            }),
      );
    }
    closing.push(
      () => schedules.stop(),
      () => mailEvents?.stop(),
      () => smsLogs.stop(),
      () => Promise.all(sources.map((source) => source.stop())),
    );

    const addresses: Address[] = [
      { name: 'Portal', url: `${origin}/` },
      { name: 'API', url: `${origin}/v1` },
      { name: 'Mailbox, telephone, queues, clock', url: `${origin}/dev` },
      { name: 'OpenID provider', url: `${issuer}/.well-known/openid-configuration` },
      { name: 'API description', url: `${origin}/v1/openapi.json` },
      { name: 'DynamoDB', url: engine.endpoint },
      { name: 'SQS, SNS, SES, S3, KMS, Cognito', url: awsEndpoint.url },
    ];
    const portal = openPortal(resources, origin, gateway);
    const key = { region, accessKeyId: LOCAL_KEY, secretAccessKey: LOCAL_KEY };
    const presigned = openPresigned(origin, key, buckets, clock);
    handle = serve({
      portal,
      presigned,
      oidc,
      accounts,
      addresses,
      dev: { outbox, clock, faults, queues, schedules, oidc },
    });
    if (options.seed) {
      await seed({
        origin,
        accounts,
        oidc,
        resources,
        pool,
        endpoint: engine.endpoint,
        region,
        donePath: dataDir.at('seed.json'),
      });
    }
    return { origin, addresses, stop };
  }
}

async function all<A, B, C>(a: Promise<A>, b: Promise<B>, c: Promise<C>): Promise<[A, B, C]> {
  // All are waited for, so that what has started can be stopped when another fails.
  const settled = await Promise.allSettled([a, b, c]);
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  return [await a, await b, await c];
}
