// cdk-nag: nothing unacknowledged, and every acknowledgement stands on one resource with a reason.
import { CfnResource, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { ownDomain } from '#test/infra/own-domain.ts';
import { synthesize } from '#test/infra/synthesized.ts';

describe.each([
  ['dev', synthesize('dev')],
  ['prod', synthesize('prod')],
  ['prod at a domain of its own', synthesize('prod', ownDomain)],
])('%s', (_stage, { app }) => {
  test.each([
    ['AwsSolutions', new AwsSolutionsChecks()],
    ['Serverless', new ServerlessChecks()],
  ])('%s finds nothing that is not acknowledged', (_, pack) => {
    const { violations } = pack.validateScope(app);

    expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([]);
  });

  test('every acknowledgement stands on one resource and gives a reason', () => {
    const acknowledged = app.node
      .findAll()
      .flatMap((construct) =>
        construct.node.metadata
          .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
          .flatMap(({ data }) =>
            Object.entries(data as Record<string, string>).map(([id, reason]) => ({ construct, id, reason })),
          ),
      );

    expect(acknowledged.length).toBeGreaterThan(10);
    for (const { construct, id, reason } of acknowledged) {
      expect([construct.node.path, CfnResource.isCfnResource(construct)]).toEqual([construct.node.path, true]);
      expect([id, reason]).toEqual([id, expect.stringMatching(/^[A-Z].{60,}\.$/)]);
    }
  });
});
