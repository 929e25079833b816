// CloudFormation's intrinsic functions, as the runner resolves them.
import { describe, expect, it } from 'vitest';
import { type Names, resolve } from '#local/resolve.ts';

const names: Names = {
  ref: (id) => ({ 'AWS::Region': 'eu-north-1', Queue: 'http://queue', 'AWS::NoValue': undefined })[id],
  attribute: (id, attribute) => `${id}/${attribute}`,
  stackOutput: (stack, output) => `${output} of ${stack}`,
  importValue: (name) => `imported ${name}`,
};

/** What Fn::Sub fills in. */
const hole = (name: string) => ['$', '{', name, '}'].join('');

describe('resolving a value of a template', () => {
  it.each([
    ['Ref', { Ref: 'Queue' }, 'http://queue'],
    ['Fn::GetAtt', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Queue/Arn'],
    ['Fn::ImportValue', { 'Fn::ImportValue': 'stack:Export' }, 'imported stack:Export'],
    ['Fn::GetStackOutput', { 'Fn::GetStackOutput': { StackName: 'edge', OutputName: 'Acl' } }, 'Acl of edge'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-eu-north-1'],
    ['Fn::Sub', { 'Fn::Sub': `at-${hole('AWS::Region')}` }, 'at-eu-north-1'],
  ])('knows %s', (_, value, expected) => {
    expect(resolve(value, names)).toEqual(expected);
  });

  it('goes into lists and objects, and leaves out what is AWS::NoValue', () => {
    const value = { list: [{ Ref: 'Queue' }, { Ref: 'AWS::NoValue' }], plain: 3, none: null };

    expect(resolve(value, names)).toEqual({ list: ['http://queue'], plain: 3, none: null });
  });

  it.each([
    ['Fn::Cidr', { 'Fn::Cidr': ['10.0.0.0/8', 2] }],
    ['Fn::Select', { 'Fn::Select': [0, ['a']] }],
    ['Fn::Sub with names of its own', { 'Fn::Sub': [hole('own'), { own: 'a' }] }],
  ])('says that it does not know %s', (name, value) => {
    expect(() => resolve(value, names)).toThrow(name);
  });
});
