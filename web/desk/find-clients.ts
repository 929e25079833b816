// Which client a call is for: by number or name from the service, or among the desks that were opened this shift.
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Client } from '#web/api/types.ts';
import type { KeptView } from '#web/desk/desk-types.ts';
import { beginsWords, isNumber } from '#web/desk/matching.ts';
import { bareNumber } from '#web/words/phones.ts';

export interface FoundClient {
  readonly clientId: string;
  readonly name: string;
  readonly town: string | null;
  /** The first, to tell two of one name apart. */
  readonly number: string | null;
  readonly line: string | null;
  readonly isNotice: boolean;
  readonly isActive: boolean;
}

const foundOf = ({ id, name, town, numbers, contentMode, status }: Client, line: string | null): FoundClient => ({
  clientId: id,
  name,
  town,
  number: (numbers.find((one) => one.line === line) ?? numbers[0])?.number ?? null,
  line,
  isNotice: contentMode === 'notice',
  isActive: status === 'active',
});

export async function findClients(typed: string, signal?: AbortSignal): Promise<Outcome<readonly FoundClient[]>> {
  const body = isNumber(typed) ? { number: typed } : { text: typed };
  const outcome = await ask(api.POST('/v1/clients/search', { body, ...(signal && { signal }) }));
  if (outcome.kind !== 'ok') return outcome;
  const { items, line } = outcome.value;
  return { ...outcome, value: items.map((client) => foundOf(client, line)) };
}

export const foundOfKept = ({ desk, isNotice }: KeptView): FoundClient => ({
  clientId: desk.clientId,
  name: desk.name,
  town: null,
  number: desk.lines[0]?.number ?? null,
  line: desk.line,
  isNotice,
  isActive: desk.status === 'active',
});

/** Without the service: by the beginning of a name, or by the whole number. */
export function knownClients(kept: readonly KeptView[], typed: string): readonly FoundClient[] {
  if (!isNumber(typed)) return kept.filter(({ desk }) => beginsWords(desk.name, typed)).map(foundOfKept);
  return kept.flatMap((view) => {
    const line = view.desk.lines.find(({ number }) => bareNumber(number) === bareNumber(typed));
    return line ? [{ ...foundOfKept(view), line: line.line, number: line.number }] : [];
  });
}

/** A number is asked for when it may be whole, or on Enter; a name from its second letter. */
export const isEnough = (typed: string): boolean =>
  isNumber(typed) ? typed.replace(/\D/g, '').length >= 8 : typed.trim().length >= 2;

export const mayBe = (client: FoundClient, typed: string): boolean =>
  !isNumber(typed) && beginsWords(client.name, typed);
