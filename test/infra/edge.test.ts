// The firewall before everything: which rules block, which only count, and that no request is kept.
import { describe, expect, test } from 'vitest';
import { synthesize } from '#test/infra/synthesized.ts';

const dev = synthesize('dev');
const [acl] = dev.ofType('AWS::WAFv2::WebACL');

interface Rule {
  Name: string;
  Statement: { ManagedRuleGroupStatement?: { RuleActionOverrides: { Name: string; ActionToUse: object }[] } };
}
const rules: Rule[] = acl?.Properties.Rules;

describe('the firewall', () => {
  test('stands where CloudFront looks for it, and the portal takes it from there', () => {
    const [distribution] = dev.ofType('AWS::CloudFront::Distribution');

    expect(dev.stacks.edge.region).toBe('us-east-1');
    expect(acl?.Properties.Scope).toBe('CLOUDFRONT');
    expect(distribution?.Properties.DistributionConfig.WebACLId).toEqual({
      'Fn::GetStackOutput': expect.objectContaining({ StackName: 'answeronline-dev-edge', Region: 'us-east-1' }),
    });
  });

  test('limits an address to as many requests a minute as the stage says', () => {
    const [usual, other] = [
      acl,
      synthesize('dev', { requestsPerIpAndMinute: 100 }).ofType('AWS::WAFv2::WebACL')[0],
    ].map((one) => one?.Properties.Rules[0].Statement.RateBasedStatement);

    expect(usual).toEqual({ AggregateKeyType: 'IP', EvaluationWindowSec: 60, Limit: 6000 });
    expect(other.Limit).toBe(100);
  });

  test('reads no body with a rule that blocks: a message is whatever a caller says', () => {
    const counted = rules.flatMap(
      ({ Statement }) => Statement.ManagedRuleGroupStatement?.RuleActionOverrides.map(({ Name }) => Name) ?? [],
    );

    expect(rules.map(({ Name }) => Name)).toEqual([
      'TooMany',
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
    ]);
    expect(counted).toEqual(
      expect.arrayContaining(['SizeRestrictions_BODY', 'CrossSiteScripting_BODY', 'Log4JRCE_BODY']),
    );
  });

  test('keeps no samples and no log', () => {
    expect(JSON.stringify(acl?.Properties)).not.toContain('"SampledRequestsEnabled":true');
    expect(dev.ofType('AWS::WAFv2::LoggingConfiguration')).toEqual([]);
  });
});
