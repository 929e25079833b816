// EventBridge's rules, as far as the templates use them: what SES tells goes to queues, transformed. Rules that warn
// people by e-mail have nothing to hear of here.
import { eventFilter, type Matches } from '#local/filter-patterns.ts';
import type { Resource, Resources } from '#local/resources.ts';

/** Puts an event on the bus of the account: each rule that it fits hands it on. */
export type Bus = (event: object) => void;

interface Target {
  Arn: string;
  InputTransformer?: { InputPathsMap?: Record<string, string>; InputTemplate: string };
}

interface RuleProperties {
  EventPattern?: object;
  State?: string;
  Targets?: Target[];
}

interface Rule {
  readonly matches: Matches;
  readonly targets: readonly { readonly queueArn: string; readonly transform: Transform }[];
}

/**
 * @param send puts a text into a queue.
 * @throws Error for a rule that does anything else, which would be missed here without a word.
 */
export function openRules(resources: Resources, send: (queueArn: string, body: string) => void): Bus {
  const warnsPeople = warningsOf(resources);
  const rules = resources
    .of('AWS::Events::Rule')
    .flatMap((rule) => readRule(rule, warnsPeople))
    .filter(({ targets }) => targets.length > 0);
  return (event) => {
    for (const { matches, targets } of rules)
      if (matches(event)) for (const { queueArn, transform } of targets) send(queueArn, transform(event));
  };
}

function warningsOf(resources: Resources): (topicArn: string) => boolean {
  const subscriptions = resources.of('AWS::SNS::Subscription');
  return (topicArn) => {
    const own = subscriptions.filter(({ properties }) => properties.TopicArn === topicArn);
    return own.length > 0 && own.every(({ properties }) => properties.Protocol === 'email');
  };
}

function readRule({ logicalId, properties }: Resource, warnsPeople: (topicArn: string) => boolean): Rule[] {
  const { EventPattern, State, Targets = [] } = properties as RuleProperties;
  const targets = Targets.filter(({ Arn }) => !warnsPeople(Arn)).map(({ Arn, InputTransformer }) => {
    if (!Arn.includes(':sqs:') || !InputTransformer)
      throw new Error(`${logicalId}: the runner knows rules that lead to queues by a transformer, not to ${Arn}`);
    return { queueArn: Arn, transform: transformer(InputTransformer, logicalId) };
  });
  if (targets.length === 0 || State === 'DISABLED') return [];
  if (!EventPattern) throw new Error(`${logicalId}: the runner knows no rules without a pattern; see local/rules.ts`);
  return [{ matches: eventFilter(EventPattern), targets }];
}

type Transform = (event: object) => string;

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html */
function transformer(
  { InputPathsMap = {}, InputTemplate }: NonNullable<Target['InputTransformer']>,
  label: string,
): Transform {
  for (const path of Object.values(InputPathsMap))
    if (!/^\$(\.[\w-]+)+$/.test(path)) throw new Error(`${label}: the runner does not know the path ${path}`);
  const placeholder = /(:|\[|,)<([\w-]+)>/g;
  if (InputTemplate.replace(placeholder, '').includes('<'))
    throw new Error(`${label}: the runner knows placeholders that stand for a whole value, not ${InputTemplate}`);
  return (event) =>
    InputTemplate.replace(placeholder, (_, before: string, name: string) => {
      const value = valueAt(event, InputPathsMap[name] ?? '');
      // There no variable is made, and what is left of the template is no JSON: the invocation fails.
      if (value === undefined) throw new Error(`${label}: the event has nothing at ${InputPathsMap[name]}`);
      return before + JSON.stringify(value);
    });
}

const valueAt = (event: object, path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((value, key) => (typeof value === 'object' && value ? Reflect.get(value, key) : undefined), event);
