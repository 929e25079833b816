// A function's environment, read once and checked: the only place that looks at process.env.
import * as z from 'zod/mini';

const text = () => z.string().check(z.minLength(1));
const list = () =>
  z.pipe(
    text(),
    z.transform((value) => value.split(' ').filter((word) => word !== '')),
  );

const variables = {
  STAGE: text,
  RECORDS_TABLE: text,
  MESSAGE_KEYS_TABLE: text,
  REGISTER_KEYS_TABLE: text,
  /** The longest retention of this stage, 1 to 6. */
  RETENTION_MONTHS: () => z.coerce.number().check(z.int(), z.minimum(1), z.maximum(6)),
  /** Countries that SMS may go to, as ISO 3166 codes with spaces between. */
  SMS_COUNTRIES: list,
  SMS_CAP_PER_CLIENT_AND_DAY: () => z.coerce.number().check(z.int(), z.minimum(1)),
  SMS_SENDER_ID: text,
  SMS_QUEUE_URL: text,
  EMAIL_QUEUE_URL: text,
  DIRECTORY_QUEUE_URL: text,
  JOB_QUEUE_URL: text,
  RECEIPTS_QUEUE_URL: text,
  SENDER_ADDRESS: text,
  CONFIGURATION_SET: text,
  PORTAL_URL: text,
  /** What CloudFront shows; empty where the gateway answers everybody. */
  ORIGIN_SECRET: () => z._default(z.string(), ''),
  /** The service's own, that canaries go to. */
  CANARY_MAILBOX: text,
  /** Empty where a stage has none. */
  CANARY_NUMBER: () => z._default(z.string(), ''),
  ORDERS_TOPIC_ARN: text,
  EVENTS_TOPIC_ARN: text,
  EVIDENCE_BUCKET: text,
  /** Of sealed files that are to be fetched. */
  HANDOUT_BUCKET: text,
  /** Where a browser finds them. */
  HANDOUT_URL: text,
  /** What Lambda gives every function: links are signed with it. */
  AWS_REGION: text,
  AWS_ACCESS_KEY_ID: text,
  AWS_SECRET_ACCESS_KEY: text,
  AWS_SESSION_TOKEN: () => z._default(z.string(), ''),
  /** Of the asymmetric KMS key that the erasure log is signed with. */
  SIGNING_KEY_ID: text,
  /** Of the asymmetric KMS key that agreements and certificates are sealed with. */
  SEALING_KEY_ID: text,
  USER_POOL_ID: text,
  /** Cognito's ids of the app clients that are places for machine clients. */
  MACHINE_CLIENT_IDS: list,
};

type Variables = typeof variables;
export type Env<Name extends keyof Variables> = { readonly [N in Name]: z.output<ReturnType<Variables[N]>> };

/** @throws Error that names every variable that is missing or wrong; never their values. */
export function readEnv<const Name extends keyof Variables>(names: readonly Name[], from = process.env): Env<Name> {
  const wrong: string[] = [];
  const values = Object.fromEntries(
    names.map((name) => {
      const parsed = z.safeParse(variables[name]() as z.ZodMiniType, from[name]);
      if (!parsed.success) wrong.push(name);
      return [name, parsed.data];
    }),
  );
  if (wrong.length > 0) throw new Error(`Environment: missing or wrong: ${wrong.join(', ')}`);
  return values as Env<Name>;
}

export const tableVariables = ['RECORDS_TABLE', 'MESSAGE_KEYS_TABLE', 'REGISTER_KEYS_TABLE'] as const;
