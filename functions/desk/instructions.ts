// What an operator is to do now for a client: what always holds, then what holds at this time, the most specific first.
import { holding } from '#calendar/specificity.ts';
import { ofRule, openStateOf, type Question, type RuleRef, textIn } from '#desk/resolve-answer.ts';

interface Instruction {
  text: string;
  why: RuleRef;
}

export function instructionsNow(question: Question): Instruction[] {
  const { answering, line, language, nowMs } = question;
  if (!answering) return [];
  const { instructions, rules } = answering.value;
  const { open: isOpen } = openStateOf(question);
  const timed = holding(
    rules.filter(({ kind }) => kind === 'instruction'),
    { ms: nowMs, isOpen, line },
  );
  return [
    ...(instructions === null ? [] : [{ text: instructions, why: ofRule(answering, 'clientRule') }]),
    ...timed.map((rule) => ({ text: textIn(rule.text, language) ?? '', why: ofRule(answering, 'clientRule', rule) })),
  ];
}
