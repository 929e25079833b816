// What a function may do, as lines for people: the statements of its role's policies, resources by their names.
import type { Resource, Synthesized } from '#test/infra/synthesized.ts';
import { pointsAt } from '#test/infra/synthesized.ts';

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
  [/GetAttMessageKeysTable/, 'MessageKeys'],
  [/GetAttRegisterKeysTable/, 'RegisterKeys'],
  [/MessageKeysKey/, 'KMS key of MessageKeys'],
  [/RegisterKeysKey/, 'KMS key of RegisterKeys'],
  [/People/, 'user pool'],
  [/logs\w{8}"/, 'own logs'],
  [/Sender/, 'sender'],
  [/LaneOrders/, 'own queue'],
  [/TickDeadLetters/, 'dead letters of the tick'],
  [/"Orders/, 'orders'],
  [/"Events/, 'events'],
];

export function rightsOf({ all, functionNamed }: Synthesized, name: string): string[] {
  const role = functionNamed(name).Properties.Role['Fn::GetAtt'][0];
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
  const partitions = Condition?.['ForAllValues:StringEquals']?.['dynamodb:LeadingKeys'];
  const sender = Condition?.StringEquals?.['ses:FromAddress'];
  const only = partitions ? ` of ${partitions}` : sender ? ` as ${sender}` : '';
  return `${Effect === 'Deny' ? 'never ' : ''}${resource}: ${actions.join(' ')}${only}`;
}

function nameOf(resource: unknown): string {
  const written = JSON.stringify(resource);
  const found = names.find(([piece]) => piece.test(written));
  if (!found) throw new Error(`No name for the resource ${written}`);
  return found[1];
}
