// CloudFormation's intrinsic functions, as far as this project's templates use them.
export interface Names {
  /** A pseudo parameter, or a resource of the same stack. */
  ref(logicalId: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  importValue(exportName: string): unknown;
  /** Of a stack in whatever region. */
  stackOutput(stackName: string, outputName: string): unknown;
}

const functions: Readonly<Record<string, (argument: unknown, names: Names) => unknown>> = {
  Ref: (id, names) => names.ref(String(id)),
  'Fn::GetAtt': (argument, names) => {
    const [id, attribute] = pair(argument, 'Fn::GetAtt');
    return names.attribute(String(id), String(attribute));
  },
  'Fn::ImportValue': (name, names) => names.importValue(String(resolve(name, names))),
  'Fn::GetStackOutput': (argument, names) => {
    const { StackName, OutputName } = resolve(argument, names) as { StackName: string; OutputName: string };
    return names.stackOutput(StackName, OutputName);
  },
  'Fn::Join': (argument, names) => {
    const [separator, parts] = pair(argument, 'Fn::Join');
    return list(resolve(parts, names), 'Fn::Join').map(String).join(String(separator));
  },
  'Fn::Sub': (template, names) => {
    if (typeof template !== 'string') throw new Error('the runner knows no Fn::Sub with names of its own');
    return template.replace(/\$\{([^}]+)\}/g, (_, name: string) => String(names.ref(name)));
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

function pair(argument: unknown, name: string): [unknown, unknown] {
  const items = list(argument, name);
  if (items.length !== 2) throw new Error(`${name} takes two arguments`);
  return [items[0], items[1]];
}

function list(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${name} takes a list`);
  return value;
}
