// What SNS, SQS, SES and Cognito answer in the bench: success, always.

interface CannedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly answer: string;
}

const json = (answer: object): CannedAnswer => ({
  status: 200,
  contentType: 'application/x-amz-json-1.1',
  answer: JSON.stringify(answer),
});

const xml = (action: string, result: string): CannedAnswer => ({
  status: 200,
  contentType: 'text/xml',
  answer: `<${action}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></${action}Response>`,
});

/** SNS's of everything that it takes, and SES's. */
export const PROVIDER_ID = '00000000-0000-4000-8000-000000000000';
export const MAIL_ID = '0000000000000000-00000000-000000';
const MESSAGE_ID = `<MessageId>${PROVIDER_ID}</MessageId>`;

/** Every entry of a batch is answered for: one that is missing counts as failed. */
function publishedBatch(form: string): string {
  const ids = [...new URLSearchParams(form)].filter(([name]) => /^PublishBatchRequestEntries\.\S+\.Id$/.test(name));
  return `<Successful>${ids.map(([, id]) => `<member><Id>${id}</Id>${MESSAGE_ID}</member>`).join('')}</Successful><Failed/>`;
}

const cognito: Readonly<Record<string, object>> = {
  ListUsers: { Users: [] },
  AdminCreateUser: {
    User: {
      Username: 'bench',
      Attributes: [{ Name: 'sub', Value: '00000000-0000-4000-8000-000000000000' }],
      Enabled: true,
      UserStatus: 'FORCE_CHANGE_PASSWORD',
    },
  },
  AdminGetUser: {
    Username: 'bench',
    UserAttributes: [{ Name: 'email', Value: 'bench@nordvik.example' }],
    UserStatus: 'CONFIRMED',
  },
  AddUserPoolClientSecret: { ClientSecretDescriptor: { ClientSecretId: 'bench--1', ClientSecretValue: 'bench' } },
  ListUserPoolClientSecrets: { ClientSecrets: [] },
};

export function answerFor(operation: string, body: string): CannedAnswer {
  const [service = '', action = ''] = operation.split('.');
  if (service === 'SES') return json({ MessageId: MAIL_ID });
  if (service === 'SNS') return xml(action, action === 'PublishBatch' ? publishedBatch(body) : MESSAGE_ID);
  if (service.startsWith('AWSCognito')) return json(cognito[action] ?? {});
  return json({});
}
