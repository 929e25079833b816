// How to answer now: the greeting of a time, else the phrase of the number that was called, else the client's name.
import { winner } from '#calendar/specificity.ts';
import { answerWords } from '#desk/answer-words.ts';
import { ofRule, openStateOf, type Question, type RuleRef, textIn } from '#desk/resolve-answer.ts';

export interface Greeting {
  words: string;
  why: RuleRef;
}

/** @param answerPhrase of the number that was called; where nobody says which, of the client's first. */
export function greet(question: Omit<Question, 'staff'>, answerPhrase: string | null): Greeting {
  const { answering, client, language, line, nowMs } = question;
  const { open: isOpen } = openStateOf(question);
  const greetings = answering?.value.rules.filter(({ kind }) => kind === 'greeting') ?? [];
  const rule = winner(greetings, { ms: nowMs, isOpen, line });
  const timed = rule && textIn(rule.text, language);
  if (answering && timed) return { words: timed, why: ofRule(answering, 'greeting', rule) };

  const ofClient = { of: client.id, version: client.version, name: null };
  if (answerPhrase !== null)
    return { words: answerPhrase, why: { ...ofClient, source: 'greeting', ruleId: line ?? null } };
  return {
    words: answerWords[language].greeting(client.value.name),
    why: { ...ofClient, source: 'default', ruleId: null },
  };
}
