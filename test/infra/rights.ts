// What a role may do, as lines for people: the statements of its policies, resources by their names, every condition.
import type { Resource, Synthesized } from '#test/infra/synthesized.ts';
import { pointsAt, the } from '#test/infra/synthesized.ts';

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

/** Resources by a piece of how the template writes them; the first that fits names it. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^"\*"$/, 'everything'],
  [/:sns:\*:\*:\*/, 'any topic'],
  [/Records\w+StreamArn/, 'stream of Records'],
  [/Records\w+Arn\w+"\},"\/index\/list"/, 'Records/list'],
  [/Records\w+Arn\w+"\},"\/index\/due"/, 'Records/due'],
  [/RecordsStreamFailures/, 'failures of the stream'],
  [/GetAttRecords/, 'Records'],
  [/GetAttMessageKeysTable\w+"\},"\/index\/expiry"/, 'MessageKeys/expiry'],
  [/GetAttMessageKeysTable/, 'MessageKeys'],
  [/GetAttRegisterKeysTable/, 'RegisterKeys'],
  [/MessageKeysKey/, 'KMS key of MessageKeys'],
  [/RegisterKeysKey/, 'KMS key of RegisterKeys'],
  [/EvidenceBucket\w+"\},"\/days\/\*"/, 'evidence/days'],
  [/EvidenceBucket\w+"\},"\/closed\/\*"/, 'evidence/closed'],
  [/EvidenceBucket\w+"\},"\/audit\/\*"/, 'evidence/audit'],
  [/EvidenceBucket\w+"\},"\/certificates\/\*"/, 'evidence/certificates'],
  [/EvidenceBucket/, 'evidence'],
  [/HandoutsBucket/, 'handouts'],
  [/FilesBucket/, 'files of the portal'],
  [/FilesDeploymentLogs/, 'logs of the deployment'],
  [/Distribution/, 'distribution'],
  [/s3:::cdk-|-assets-/, 'what CDK has uploaded'],
  [/EvidenceSigningKey/, 'signing key'],
  [/EvidenceSealingKey/, 'sealing key'],
  [/People/, 'user pool'],
  [/SmsLogs(Delivered|Failed)\w{8}"/, 'logs of SMS'],
  [/logs\w{8}"/, 'own logs'],
  [/Sender/, 'sender'],
  [/LaneOrders|DirectoryOrders|JobsOrders/, 'own queue'],
  [/ReceiptsQueue/, 'receipts'],
  [/LaneDeadLetters/, 'dead letters of the lanes'],
  [/TickDeadLetters/, 'dead letters of the tick'],
  [/SweepDeadLetters/, 'dead letters of the sweeper'],
  [/EraseDeadLetters/, 'dead letters of the eraser'],
  [/CloseDeadLetters/, 'dead letters of the closer'],
  [/TendDeadLetters/, 'dead letters of the tender'],
  [/sweepexpired\w{8}","Arn"/, 'sweeper'],
  [/eraseclients\w{8}","Arn"/, 'eraser'],
  [/closeday\w{8}","Arn"/, 'closer'],
  [/tendprivacy\w{8}","Arn"/, 'tender'],
  [/tick\w{8}","Arn"/, 'tick'],
  [/sendcanaryemail\w{8}","Arn"/, 'canary by e-mail'],
  [/sendcanarysms\w{8}","Arn"/, 'canary by SMS'],
  [/"Orders/, 'orders'],
  [/"Events/, 'events'],
  [/"Alarms/, 'alarms'],
];

export const rightsOf = (synthesized: Synthesized, name: string): string[] =>
  rightsOfRole(synthesized, synthesized.functionNamed(name).Properties.Role['Fn::GetAtt'][0]);

/** Of a role that a service takes on, not a function of ours; `id` is how its logical id begins. */
export function rightsOfService(synthesized: Synthesized, service: string, id: string): string[] {
  const role = the(
    synthesized.ofType('AWS::IAM::Role'),
    (one) => one.id.startsWith(id) && pointsAt(one.Properties.AssumeRolePolicyDocument, service),
    `the role of ${service} in ${id}`,
  );
  const trust = (role.Properties.AssumeRolePolicyDocument.Statement as Statement[]).map(
    ({ Condition }) => `taken on by ${service}${conditionsOf(Condition)}`,
  );
  return [...trust, ...rightsOfRole(synthesized, role.id)];
}

function rightsOfRole({ all }: Synthesized, role: string): string[] {
  const policies = all.filter(
    ({ Type, Properties }) => Type === 'AWS::IAM::Policy' && pointsAt(Properties.Roles, role),
  );
  return policies.flatMap(linesOf).toSorted();
}

function linesOf({ Properties }: Resource): string[] {
  const lines = (Properties.PolicyDocument.Statement as Statement[]).flatMap((statement) => {
    const resources = Array.isArray(statement.Resource) ? statement.Resource : [statement.Resource];
    return resources.map((resource) => lineOf(statement, nameOf(resource)));
  });
  return [...new Set(lines)];
}

function lineOf({ Effect, Action, Condition }: Statement, resource: string): string {
  const actions = [Action].flat().map((action) => action.replace('dynamodb:', ''));
  return `${Effect === 'Deny' ? 'never ' : ''}${resource}: ${actions.join(' ')}${conditionsOf(Condition)}`;
}

function conditionsOf(conditions: Statement['Condition'] = {}): string {
  const lines = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => ` if ${key} ${operator} ${inWords(value)}`),
  );
  return lines.join('');
}

const inWords = (value: unknown): string =>
  [value]
    .flat()
    .map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
    .join(' ');

function nameOf(resource: unknown): string {
  const written = JSON.stringify(resource);
  const found = names.find(([piece]) => piece.test(written));
  if (!found) throw new Error(`No name for the resource ${written}`);
  return found[1];
}
