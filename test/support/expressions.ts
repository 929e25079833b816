// DynamoDB's expressions, as far as this service writes them: conditions and updates, evaluated on plain items.
import { isDeepStrictEqual } from 'node:util';
import type { Item } from '#shared/found.ts';

export interface Expression {
  names?: Readonly<Record<string, string>> | undefined;
  values?: Readonly<Record<string, unknown>> | undefined;
}

const TOKEN = /\s*(<>|<=|>=|[=<>(),+.-]|\[|\]|[#:]?[A-Za-z_][A-Za-z0-9_]*|\d+)/y;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const [, token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw new Error(`Not an expression that is known here: ${text.slice(from)}`);
    tokens.push(token);
  }
  return tokens;
}

type Path = (string | number)[];
type Holder = Record<string | number, unknown>;

const at = (item: Item, path: Path): unknown =>
  path.reduce<unknown>((value, part) => (value as Holder | undefined)?.[part], item);

function put(item: Item, path: Path, value: unknown): void {
  const holder = at(item, path.slice(0, -1)) as Holder | undefined;
  if (holder === undefined) throw new Error(`Nothing holds ${path.join('.')}`);
  const last = path.at(-1) as string | number;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}

class Parser {
  readonly #tokens: string[];
  readonly #names: Readonly<Record<string, string>>;
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #item: Item;

  constructor(text: string, { names = {}, values = {} }: Expression, item: Item) {
    this.#tokens = tokensOf(text);
    this.#names = names;
    this.#values = values;
    this.#item = item;
  }

  get done(): boolean {
    return this.#tokens.length === 0;
  }

  is(...expected: string[]): boolean {
    if (!expected.includes(this.#tokens[0] ?? '')) return false;
    this.#tokens.shift();
    return true;
  }

  #demand(expected: string): void {
    if (!this.is(expected)) throw new Error(`Expected ${expected}, found ${this.#tokens[0]}`);
  }

  path(): Path {
    const path: Path = [this.#name()];
    for (;;) {
      if (this.is('.')) path.push(this.#name());
      else if (this.is('[')) {
        path.push(Number(this.#tokens.shift()));
        this.#demand(']');
      } else return path;
    }
  }

  #name(): string {
    const token = this.#tokens.shift() ?? '';
    if (!token.startsWith('#')) return token;
    const name = this.#names[token];
    if (name === undefined) throw new Error(`No name for ${token}`);
    return name;
  }

  operand(): unknown {
    const [token = '', next] = this.#tokens;
    if (token.startsWith(':')) {
      this.#tokens.shift();
      if (!(token in this.#values)) throw new Error(`No value for ${token}`);
      return this.#values[token];
    }
    if (next !== '(') return at(this.#item, this.path());
    this.#tokens.splice(0, 2);
    const path = token === 'list_append' ? undefined : this.path();
    const first = path ? at(this.#item, path) : this.operand();
    const second = this.is(',') ? this.operand() : undefined;
    this.#demand(')');
    if (token === 'list_append') return [...(first as unknown[]), ...(second as unknown[])];
    if (token === 'if_not_exists') return first ?? second;
    if (token === 'size') return (first as unknown[] | undefined)?.length;
    if (token === 'attribute_exists') return first !== undefined;
    if (token === 'attribute_not_exists') return first === undefined;
    throw new Error(`No function ${token}`);
  }

  sum(): unknown {
    const first = this.operand();
    return this.is('+') ? (first as number) + (this.operand() as number) : first;
  }

  condition(): boolean {
    let holds = this.#conjunction();
    while (this.is('OR')) holds = this.#conjunction() || holds;
    return holds;
  }

  #conjunction(): boolean {
    let holds = this.#comparison();
    while (this.is('AND')) holds = this.#comparison() && holds;
    return holds;
  }

  #comparison(): boolean {
    if (this.is('(')) {
      const holds = this.condition();
      this.#demand(')');
      return holds;
    }
    const left = this.operand() as number;
    if (this.is('BETWEEN')) {
      const low = this.operand() as number;
      this.#demand('AND');
      return left >= low && left <= (this.operand() as number);
    }
    const operator = ['=', '<>', '<=', '>=', '<', '>'].find((one) => this.is(one));
    if (!operator) return left as unknown as boolean;
    const right = this.operand() as number;
    if (operator === '=') return isDeepStrictEqual(left, right);
    if (operator === '<>') return !isDeepStrictEqual(left, right);
    // What is not there compares with nothing.
    if (left === undefined || right === undefined) return false;
    return { '<=': left <= right, '>=': left >= right, '<': left < right, '>': left > right }[operator] ?? false;
  }
}

export const holds = (item: Item, text: string | undefined, expression: Expression): boolean =>
  text === undefined || new Parser(text, expression, item).condition();

/** @returns the item after the update; every value is read from the item before it, as DynamoDB does. */
export function updated(item: Item, text: string, expression: Expression): Item {
  const after = structuredClone(item);
  const parser = new Parser(text, expression, item);
  const changes: [Path, unknown][] = [];
  let section = '';
  while (!parser.done) {
    if (parser.is('SET')) section = 'SET';
    else if (parser.is('REMOVE')) section = 'REMOVE';
    else if (!parser.is(',')) {
      const path = parser.path();
      if (section === 'SET') parser.is('=');
      changes.push([path, section === 'SET' ? parser.sum() : undefined]);
    }
  }
  for (const [path, value] of changes) put(after, path, structuredClone(value));
  return after;
}
