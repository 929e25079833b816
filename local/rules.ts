// EventBridge's rules, which the runner does not run: it makes sure that none does more than warn people by e-mail.
import type { Resources } from '#local/resources.ts';

interface RuleProperties {
  Targets?: { Arn: string }[];
}

/** @throws Error for a rule that feeds anything else, which would be missed here without a word. */
export function checkRules(resources: Resources): void {
  const subscriptions = resources.of('AWS::SNS::Subscription');
  const warnsPeople = (topicArn: string) => {
    const own = subscriptions.filter(({ properties }) => properties.TopicArn === topicArn);
    return own.length > 0 && own.every(({ properties }) => properties.Protocol === 'email');
  };
  for (const { logicalId, properties } of resources.of('AWS::Events::Rule')) {
    for (const { Arn } of (properties as RuleProperties).Targets ?? []) {
      if (!warnsPeople(Arn)) throw new Error(`${logicalId}: the runner runs no rules, and this one leads to ${Arn}`);
    }
  }
}
