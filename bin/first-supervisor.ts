// Lets the first supervisor of a deployed stack in; everybody else is invited by one who is in already.
//
//   npx node bin/first-supervisor.ts --stage dev --user-pool eu-north-1_EXAMPLE --email anna@answeronline.example --name "Anna Ek"
//
// `npx node` is the project's own Node 24: an older one cannot read TypeScript. The user pool's id is the output
// `UserPoolId` of the stack answeronline-<stage>-identity. Region and table names come from lib/stages.ts, AWS credentials
// from wherever the AWS SDK finds them. They must allow cognito-idp:AdminCreateUser, ListUsers, AdminAddUserToGroup and
// AdminRemoveUserFromGroup on the pool; dynamodb:Query and PutItem on Records; PutItem on RegisterKeys, and the use of its
// KMS key through DynamoDB (Decrypt, Encrypt, GenerateDataKey, ReEncrypt*, DescribeKey). Cognito mails a temporary
// password. May be run again after a failure; refuses once there is a supervisor.
import { parseArgs } from 'node:util';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { defaultStage, stageNamed } from '#lib/stages.ts';
import { makeApp } from '#shared/app.ts';
import { messageKeysTable, recordsTable, registerKeysTable } from '#shared/tables.ts';
import { cognitoIdentityProvider } from '#users/cognito-identity-provider.ts';
import { letFirstSupervisorIn } from '#users/first-supervisor.ts';
import { OperatorInput } from '#users/schema.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { stage: text, 'user-pool': text, email: text, name: text } });
const { stage: stageName = defaultStage, 'user-pool': userPoolId } = values;
const asked = OperatorInput().safeParse({ email: values.email, name: values.name, role: 'supervisor' });
if (!userPoolId || !asked.success) {
  console.error('Usage: npx node bin/first-supervisor.ts --stage dev --user-pool <id> --email <address> --name <name>');
  process.exit(2);
}

const stage = stageNamed(stageName);
const { region } = stage;
const nameOf = (table: { name: string }) => `answeronline-${stage.name}-${table.name}`;
const tables = {
  records: stage.recordsTableAfterRestore ?? nameOf(recordsTable),
  messageKeys: nameOf(messageKeysTable),
  registerKeys: nameOf(registerKeysTable),
};
const app = makeApp(tables, DynamoDBDocumentClient.from(new DynamoDBClient({ region })));
const identity = cognitoIdentityProvider(userPoolId, new CognitoIdentityProviderClient({ region }));

const userId = await letFirstSupervisorIn({ ...app, identity }, asked.data);
console.log(`${userId} is the supervisor of ${stage.name} now, and has a mail with a temporary password.`);
