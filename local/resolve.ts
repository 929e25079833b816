// CloudFormation's intrinsic functions, as far as this project's templates use them.
export interface Names {
  /** A parameter, pseudo parameter or resource of the same stack. */
  ref(logicalId: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  importValue(exportName: string): unknown;
}

type Values = readonly unknown[];

const functions: Readonly<Record<string, (argument: unknown, names: Names) => unknown>> = {
  Ref: (id, names) => names.ref(String(id)),
  'Fn::GetAtt': (argument, names) => {
    const [id, attribute] = Array.isArray(argument) ? argument : splitOnce(String(argument));
    return names.attribute(String(id), String(resolve(attribute, names)));
  },
  'Fn::ImportValue': (name, names) => names.importValue(String(resolve(name, names))),
  'Fn::Join': (argument, names) => {
    const [separator, parts] = pair(argument, 'Fn::Join');
    return list(resolve(parts, names), 'Fn::Join').map(String).join(String(separator));
  },
  'Fn::Split': (argument, names) => {
    const [separator, text] = pair(argument, 'Fn::Split');
    return String(resolve(text, names)).split(String(separator));
  },
  'Fn::Select': (argument, names) => {
    const [index, from] = pair(argument, 'Fn::Select');
    const items = list(resolve(from, names), 'Fn::Select');
    const at = Number(resolve(index, names));
    if (!(at in items)) throw new Error(`Fn::Select asks for item ${at} of ${items.length}`);
    return items[at];
  },
  'Fn::Sub': (argument, names) => {
    const [template, own] = Array.isArray(argument) ? argument : [argument, {}];
    return String(template).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      const value = (own as Record<string, unknown>)[name];
      if (value !== undefined) return String(resolve(value, names));
      const [id, attribute] = splitOnce(name);
      return String(
        attribute === undefined || name.startsWith('AWS::') ? names.ref(name) : names.attribute(id, attribute),
      );
    });
  },
};

/** A value of a template with everything that it refers to filled in. */
export function resolve(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, names)).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first && (first[0] === 'Ref' || first[0].startsWith('Fn::'))) {
    const [name, argument] = first;
    const apply = functions[name];
    if (!apply) throw new Error(`the runner does not know ${name}; see local/resolve.ts`);
    return apply(argument, names);
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolve(item, names)]));
}

function splitOnce(text: string): [string, string | undefined] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text, undefined] : [text.slice(0, dot), text.slice(dot + 1)];
}

function pair(argument: unknown, name: string): [unknown, unknown] {
  const items = list(argument, name);
  if (items.length !== 2) throw new Error(`${name} takes two arguments`);
  return [items[0], items[1]];
}

function list(value: unknown, name: string): Values {
  if (!Array.isArray(value)) throw new Error(`${name} takes a list`);
  return value;
}
