// The same job on graphile-worker: a message, its two deliveries and its two jobs in one transaction; each job claims and accepts.
import { fromBench } from '../lab/install.ts';
import { quantile } from '../lab/statistics.ts';
import { inFlight } from './load.ts';
import type { Postgres } from './postgres.ts';

interface Client {
  query(sql: string, values?: unknown[]): Promise<unknown>;
  release(): void;
}
interface Pool extends Omit<Client, 'release'> {
  connect(): Promise<Client>;
  end(): Promise<void>;
  on(event: 'error' | 'connect', listener: (at: { on(event: 'error', listener: () => void): void }) => void): void;
}
interface GraphileWorker {
  run(options: object): Promise<{ stop(): Promise<void> }>;
  Logger: new (factory: () => () => void) => object;
}

export interface GraphileFigures {
  readonly messagesPerSecond: number;
  readonly idleP50Ms: number;
  readonly idleP95Ms: number;
}

const SCHEMA = `
  create table messages (id bigint primary key, content bytea not null, expires_at timestamptz not null);
  create table deliveries (message_id bigint references messages, channel text, state text not null, attempts jsonb not null,
    primary key (message_id, channel));`;

const CHANNELS = ['email', 'sms'];

export async function measureGraphile(
  postgres: Postgres,
  amount: { messages: number; concurrency: number; idleMessages: number; warmup: number },
): Promise<GraphileFigures> {
  const { Pool: makePool } = fromBench('pg') as { Pool: new (options: object) => Pool };
  const { run, Logger } = fromBench('graphile-worker') as GraphileWorker;
  const pool = new makePool({ host: postgres.host, user: postgres.user, database: 'postgres', max: 40 });
  // graphile-worker warns about a pool without them; an error fails the query that meets it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  await pool.query(SCHEMA);

  let accepted = 0;
  let whenAccepted: () => void = () => {};
  const deliver = async ({ messageId, channel }: { messageId: number; channel: string }) => {
    const change = 'update deliveries set state = $3, attempts = attempts || $4 where message_id = $1 and channel = $2';
    await pool.query(change, [messageId, channel, 'sending', '[]']);
    await pool.query(change, [messageId, channel, 'accepted', '[{"outcome":"accepted"}]']);
    accepted += 1;
    whenAccepted();
  };
  const worker = await run({
    pgPool: pool,
    concurrency: amount.concurrency,
    taskList: { deliver },
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  });

  const content = Buffer.alloc(600, 1);
  const take = async (messageId: number) => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query("insert into messages values ($1, $2, now() + interval '6 months')", [messageId, content]);
    for (const channel of CHANNELS) {
      await client.query("insert into deliveries values ($1, $2, 'queued', '[]')", [messageId, channel]);
      const job = { messageId, channel };
      await client.query("select graphile_worker.add_job('deliver', $1::json)", [JSON.stringify(job)]);
    }
    await client.query('commit');
    client.release();
  };
  /** Resolves when so many deliveries have been accepted since the start. */
  const until = (deliveries: number) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('graphile-worker does not get done')), 120_000);
      whenAccepted = () => {
        if (accepted < deliveries) return;
        clearTimeout(timer);
        resolve();
      };
      whenAccepted();
    });

  let taken = 0;
  /** Takes them, and waits until all are delivered. */
  const deliverAll = async (messages: number) => {
    const ids = Array.from({ length: messages }, (_, i) => taken + i);
    taken += messages;
    const start = performance.now();
    await inFlight(amount.concurrency, ids, take);
    await until(taken * CHANNELS.length);
    return performance.now() - start;
  };

  await deliverAll(amount.warmup);
  const idle: number[] = [];
  for (let i = 0; i < amount.idleMessages; i += 1) idle.push(await deliverAll(1));
  const seconds = (await deliverAll(amount.messages)) / 1_000;

  await worker.stop();
  await pool.end();
  return {
    messagesPerSecond: amount.messages / seconds,
    idleP50Ms: quantile(idle, 0.5),
    idleP95Ms: quantile(idle, 0.95),
  };
}
