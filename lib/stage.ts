// What a stage has to say, and the checks that tell an engineer what to fill in.
import * as z from 'zod';

/** Where CloudFront looks for its firewall and certificates, wherever the stage is. Nothing about people is kept there. */
export const EDGE_REGION = 'us-east-1';

/** Regions inside the EU. London, Zürich and the like are in Europe, but not in the EU. */
export const euRegions = ['eu-north-1', 'eu-central-1', 'eu-west-1', 'eu-west-3', 'eu-south-1', 'eu-south-2'] as const;

const domainName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
/** Cognito's own rule for the first part of the sign-in's address, which the whole region shares. */
const loginPrefix = /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const loginPrefixRule = '1 to 63 of a-z, 0-9 and hyphens, without "aws", "amazon" or "cognito" anywhere in it';
const tableName = /^[A-Za-z0-9_.-]{3,255}$/;

const everyMinutes = (least: number, most: number) =>
  z.int('a whole number of minutes').min(least, `at least ${least} minutes`).max(most, `at most ${most} minutes`);

const canary = z
  .strictObject({
    /** Of the service's own, and read by nobody: have it emptied. */
    mailbox: z.email('a mailbox of the service itself, such as "kanarie@answeronline.example"').optional(),
    /** Of the service's own; each SMS costs. */
    number: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, 'a mobile number of the service itself, such as "+46701740699"')
      .optional(),
    /** Between two e-mails. Default: 5. */
    everyMinutes: everyMinutes(1, 60).optional(),
    /** Between two SMS. Default: 60. */
    smsEveryMinutes: everyMinutes(5, 480).optional(),
  })
  .refine(({ mailbox, number }) => mailbox !== undefined || number !== undefined, {
    error: 'a mailbox, a number or both; or leave the canary out',
  });

const certificateIn = (region: string) => new RegExp(`^arn:aws:acm:${region}:\\d{12}:certificate/[0-9a-f-]{36}$`);

const ownApi = z.strictObject({
  /** Where CloudFront finds the API; people and switchboards use the portal's domain. Its DNS is yours. */
  domain: z.string().regex(domainName, 'a domain for the API alone, such as "api.svar.answeronline.example"'),
  /** Of that domain, in the stage's region. */
  certificateArn: z.string().regex(certificateIn('[a-z0-9-]+'), "the certificate's ARN, from the region of the stage"),
});

const settings = z.strictObject({
  /** Unique in its account: roles and tables carry it. */
  name: z.string().regex(/^[a-z][a-z0-9]{1,11}$/, 'a short word of a-z and 0-9, such as "prod"'),
  region: z.enum(euRegions, `an AWS region inside the EU: ${euRegions.join(', ')}`),
  /** Where people reach the portal; its DNS is yours. */
  domain: z.string().regex(domainName, 'the domain of the portal, such as "svar.answeronline.example"'),
  /** Of the portal's domain. Left out, the portal is at CloudFront's own name: see docs/operations.md. */
  certificateArn: z
    .string()
    .regex(certificateIn('us-east-1'), 'the ARN of a certificate in us-east-1, where CloudFront looks for it')
    .optional(),
  /** With it the gateway's own address is switched off, and only CloudFront is answered. */
  api: ownApi.optional(),
  /** What the portal and its pages are called. */
  serviceName: z.string().min(1, 'what people are to see as the name of the service').max(40, 'at most 40 letters'),
  /** One address is often a whole office. Default: 6000. */
  requestsPerIpAndMinute: z.int('a whole number').min(10, 'at least 10').max(2_000_000, 'at most 2000000').optional(),
  /** The sign-in is at https://<loginPrefix>.auth.<region>.amazoncognito.com. Left out it is made of the domain. */
  loginPrefix: z.string().regex(loginPrefix, `${loginPrefixRule}, or leave it out`).optional(),
  /** A portal on somebody's own machine that may sign in here too. */
  localPortal: z.url('an address such as "http://localhost:4010", or leave it out').optional(),
  /** Its domain becomes an SES identity: put the DKIM records of the outputs into its DNS. */
  senderAddress: z.email('the address that e-mail is sent from, such as "svar@answeronline.example"'),
  smsSenderId: z
    .string()
    .regex(
      /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/,
      'the name that SMS come from: 1 to 11 ASCII letters, digits or spaces, at least one a letter (no å, ä, ö)',
    ),
  smsCountries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'a country as two capital letters, such as "SE"'))
    .min(1, 'the countries that SMS may go to, at least one')
    .refine((countries) => new Set(countries).size === countries.length, 'each country once'),
  smsCapPerClientAndDay: z
    .int('a whole number of SMS')
    .min(1, 'how many SMS one client may cause in a day, at least 1')
    .max(100_000, 'at most 100000'),
  smsSpendAlarmUsd: z
    .number('how many US dollars of SMS in a month are to raise an alarm, such as 800 of a spend limit of 1000')
    .gt(
      0,
      'how many US dollars of SMS in a month are to raise an alarm: more than 0, and below the spend limit of SNS',
    ),
  /** Messages to the service itself, and an alarm when none arrives. Left out there are none. */
  canary: canary.optional(),
  alarmEmail: z.email('the address that alarms go to, such as "drift@answeronline.example"'),
  retentionMonths: z
    .int('a whole number of months')
    .min(1, 'how many months messages are kept, at least 1')
    .max(6, 'at most 6 months: what the agreements with the clients promise'),
  /** After a restore: the new table's name. See lib/constructs/records-table.ts. */
  recordsTableAfterRestore: z.string().regex(tableName, 'the name of the restored table, or leave it out').optional(),
  /** Can be raised at any time; to lower it, deploy the stack Service alone first (`--exclusively`). */
  machineClientPlaces: z
    .int('a whole number')
    .min(1, 'how many machine clients there may be, at least 1')
    .max(49, 'at most 49: the gateway takes 50 audiences, and the portal is one of them'),
  /** Deletion protection, and what holds data outlives its stack. Only a stage for trying out does without. */
  keepData: z.boolean('true for anything real'),
});

const stageSchema = settings
  .refine((stage) => loginPrefix.test(loginPrefixOf(stage)), {
    path: ['domain'],
    error: ({ input }) =>
      `the sign-in's address would begin with "${loginPrefixOf(input as Stage)}", and Cognito takes ${loginPrefixRule}: set loginPrefix too`,
  })
  .refine(({ certificateArn, api }) => (certificateArn === undefined) === (api === undefined), {
    path: ['certificateArn'],
    error: 'certificateArn and api go together: give both, or none',
  })
  .refine(({ domain, api }) => api?.domain !== domain, {
    path: ['api', 'domain'],
    error: 'another domain than that of the portal, which leads to CloudFront',
  })
  .refine(({ api, region }) => api === undefined || certificateIn(region).test(api.certificateArn), {
    path: ['api', 'certificateArn'],
    error: "a certificate in the stage's own region",
  });

export type Stage = z.infer<typeof settings>;

/** @throws Error with one line for each setting that is wrong. */
export function checkedStage(stage: unknown): Stage {
  const parsed = stageSchema.safeParse(stage);
  if (parsed.success) return parsed.data;
  const name = (stage as { name?: unknown } | undefined)?.name ?? '?';
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.') || 'stage'}: ${issue.message}`);
  throw new Error(`Stage "${name}" in lib/stages.ts is not complete. Please fill in:\n${lines.join('\n')}`);
}

export type StackPart = 'data' | 'identity' | 'service' | 'edge' | 'portal';
export const stackName = (stage: Stage, part: StackPart): string => `answeronline-${stage.name}-${part}`;
/** A domain of one's own is nobody else's, and so is what is made of it. */
export const loginPrefixOf = (stage: Pick<Stage, 'domain' | 'loginPrefix'>): string =>
  stage.loginPrefix ?? stage.domain.replaceAll('.', '-');
export const portalUrl = (stage: Stage): string => `https://${stage.domain}`;
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
