// CloudFormation's intrinsic functions, as the runner resolves them.
import { describe, expect, it } from 'vitest';
import { type Names, resolve } from '#local/resolve.ts';

const names: Names = {
  ref: (id) => ({ 'AWS::Region': 'eu-north-1', Queue: 'http://queue', 'AWS::NoValue': undefined })[id],
  attribute: (id, attribute) => `${id}/${attribute}`,
  importValue: (name) => `imported ${name}`,
};

/** What Fn::Sub fills in. */
const hole = (name: string) => ['$', '{', name, '}'].join('');

describe('resolving a value of a template', () => {
  it.each([
    ['Ref', { Ref: 'Queue' }, 'http://queue'],
    ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Queue/Arn'],
    ['Fn::GetAtt as a text', { 'Fn::GetAtt': 'Queue.Arn' }, 'Queue/Arn'],
    ['Fn::ImportValue', { 'Fn::ImportValue': 'stack:Export' }, 'imported stack:Export'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-eu-north-1'],
    ['Fn::Split', { 'Fn::Split': ['-', { Ref: 'AWS::Region' }] }, ['eu', 'north', '1']],
    ['Fn::Select', { 'Fn::Select': ['1', { 'Fn::Split': ['-', 'a-b'] }] }, 'b'],
    [
      'Fn::Sub',
      { 'Fn::Sub': [hole('AWS::Region'), hole('Queue'), hole('Queue.Arn'), hole('!kept')].join(' ') },
      `eu-north-1 http://queue Queue/Arn ${hole('kept')}`,
    ],
    ['Fn::Sub with names of its own', { 'Fn::Sub': [hole('own'), { own: { Ref: 'Queue' } }] }, 'http://queue'],
  ])('knows %s', (_, value, expected) => {
    expect(resolve(value, names)).toEqual(expected);
  });

  it('goes into lists and objects, and leaves out what is AWS::NoValue', () => {
    const value = { list: [{ Ref: 'Queue' }, { Ref: 'AWS::NoValue' }], plain: 3, none: null };

    expect(resolve(value, names)).toEqual({ list: ['http://queue'], plain: 3, none: null });
  });

  it('says which function it does not know', () => {
    expect(() => resolve({ 'Fn::Cidr': ['10.0.0.0/8', 2] }, names)).toThrow('Fn::Cidr');
  });

  it('refuses to select what is not there', () => {
    expect(() => resolve({ 'Fn::Select': [3, ['a']] }, names)).toThrow('item 3 of 1');
  });
});
