// The firewall: AWS's managed rules, and a limit for each address. It keeps no log and no samples.
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Stage } from '#lib/stage.ts';

/** One address is often a whole office that answers: 50 people who poll and type. */
const REQUESTS_PER_IP_AND_MINUTE = 6000;

/**
 * Counted, never blocked. A message is what a caller said, angle brackets, quotes and all, and may be long: rules that
 * read bodies would refuse it. A machine may have no user agent.
 */
const onlyCounted = [
  'NoUserAgent_HEADER',
  'SizeRestrictions_QUERYSTRING',
  'SizeRestrictions_Cookie_HEADER',
  'SizeRestrictions_BODY',
  'SizeRestrictions_URIPATH',
  'EC2MetaDataSSRF_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'CrossSiteScripting_BODY',
];

/** Each group with those of its rules that only count. */
const managed: readonly (readonly [group: string, counted: readonly string[]])[] = [
  ['AWSManagedRulesAmazonIpReputationList', []],
  ['AWSManagedRulesKnownBadInputsRuleSet', ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY', 'ReactJSRCE_BODY']],
  ['AWSManagedRulesCommonRuleSet', onlyCounted],
];

/** Numbers alone: no part of any request. */
const counting = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: false,
});

export class WebAcl extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { name, requestsPerIpAndMinute }: Stage) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      name: `answeronline-${name}`,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: counting('All'),
      customResponseBodies: {
        TooMany: {
          contentType: 'APPLICATION_JSON',
          content: JSON.stringify({ message: 'Too many requests' }),
        },
      },
      rules: [
        {
          name: 'TooMany',
          priority: 0,
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              evaluationWindowSec: 60,
              limit: requestsPerIpAndMinute ?? REQUESTS_PER_IP_AND_MINUTE,
            },
          },
          action: { block: { customResponse: { responseCode: 429, customResponseBodyKey: 'TooMany' } } },
          visibilityConfig: counting('TooMany'),
        },
        ...managed.map(([group, counted], index) => managedRule(group, counted, index + 1)),
      ],
    });
    this.arn = acl.attrArn;
  }
}

const managedRule = (group: string, counted: readonly string[], priority: number): CfnWebACL.RuleProperty => ({
  name: group,
  priority,
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name: group,
      ruleActionOverrides: counted.map((name) => ({ name, actionToUse: { count: {} } })),
    },
  },
  overrideAction: { none: {} },
  visibilityConfig: counting(group),
});
