// Sending a form of the privacy desk: what is wrong beside each field, what is wrong with all of it, and one key a body.
import { useRef, useState } from 'preact/hooks';
import { newKey } from '#web/api/client.ts';
import type { Failure, Outcome } from '#web/api/outcome.ts';
import { announce } from '#web/parts/announce.tsx';
import type { FieldError } from '#web/parts/error-summary.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { fieldWords } from '#web/privacy/field-words.ts';
import { refusalWords } from '#web/words/problem-words.ts';

/** By pointer into the body: `/who/names`. */
export type Wrong = Readonly<Record<string, string>>;

/** What is wrong at fields, and of the whole. */
export interface Refusal {
  readonly wrong: Wrong;
  readonly whole?: string;
}

export interface Sending {
  readonly busy: boolean;
  readonly wrong: Wrong;
  /** New for each refusal: the summary takes the focus again. */
  readonly errors: readonly FieldError[];
  /** What is about no field. */
  readonly whole: string | undefined;
  /** Says what is wrong before anything is sent. @returns whether anything is. */
  refuse(wrong: Wrong, whole?: string): boolean;
  /** @param told own words for a failure, of the whole alone or at fields too. @returns whether it was taken. */
  send<T>(
    call: () => Promise<Outcome<T>>,
    taken: (value: T) => void,
    told?: (failure: Failure) => string | Refusal | undefined,
  ): Promise<boolean>;
}

/** A pointer into a field of the form leads to it: `/who/phones/0` to `/who/phones`. What is said there says what to do. */
export function wrongOf(failure: Failure, fields: readonly string[]): Wrong {
  if (failure.kind !== 'problem') return {};
  const found = failure.fields.flatMap(({ pointer }) => {
    const field = fields.find((one) => pointer === one || pointer.startsWith(`${one}/`));
    return field === undefined
      ? []
      : [[field, failure.code === 'invalid-request' ? fieldWords(pointer) : refusalWords(failure)] as const];
  });
  return Object.fromEntries(found);
}

/** @param fields pointers of the fields that the form has. */
export function useSending(fields: readonly string[] = []): Sending {
  const [busy, setBusy] = useState(false);
  const [state, setState] = useState<Pick<Sending, 'wrong' | 'errors' | 'whole'>>({
    wrong: {},
    errors: [],
    whole: undefined,
  });

  function refuse(wrong: Wrong, whole?: string): boolean {
    const errors = Object.entries(wrong).map(([name, text]) => ({ id: fieldId(name), text }));
    setState({ wrong, errors, whole });
    if (whole !== undefined) announce(whole, 'urgent');
    return errors.length > 0 || whole !== undefined;
  }

  return {
    busy,
    ...state,
    refuse,
    async send(call, taken, told) {
      setBusy(true);
      const outcome = await call();
      setBusy(false);
      if (outcome.kind === 'ok') {
        refuse({});
        taken(outcome.value);
        return true;
      }
      const wrong = wrongOf(outcome, fields);
      const own = told?.(outcome);
      if (typeof own === 'object') refuse(own.wrong, own.whole);
      else refuse(wrong, own ?? (Object.keys(wrong).length > 0 ? undefined : refusalWords(outcome)));
      return false;
    },
  };
}

/** The same key for the same body: a repeated sending makes nothing twice. */
export function useKey(): (body: unknown) => string {
  const before = useRef<{ text: string; key: string } | undefined>(undefined);
  return (body) => {
    const text = JSON.stringify(body);
    if (before.current?.text !== text) before.current = { text, key: newKey() };
    return before.current.key;
  };
}
