// Which stream records a filter pattern lets through.
import { describe, expect, it } from 'vitest';
import { recordFilter } from '#local/filter-patterns.ts';

const insertedMessage = { eventName: 'INSERT', dynamodb: { NewImage: { kind: { S: 'message' }, count: { N: '3' } } } };

describe('a filter of stream records', () => {
  it('lets everything through when there is no pattern', () => {
    expect(recordFilter([])(insertedMessage)).toBe(true);
  });

  it('wants every key of a pattern, and any one of its values', () => {
    const matches = recordFilter([
      '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"kind":{"S":["delivery","message"]}}}}',
    ]);

    expect(matches(insertedMessage)).toBe(true);
    expect(matches({ ...insertedMessage, eventName: 'MODIFY' })).toBe(false);
    expect(matches({ eventName: 'INSERT', dynamodb: { NewImage: { kind: { S: 'client' } } } })).toBe(false);
    expect(matches({ eventName: 'INSERT', dynamodb: {} })).toBe(false);
  });

  it('is content with any one of several patterns', () => {
    const matches = recordFilter(['{"eventName":["REMOVE"]}', '{"eventName":["INSERT"]}']);

    expect(matches(insertedMessage)).toBe(true);
    expect(matches({ eventName: 'MODIFY' })).toBe(false);
  });

  it.each([
    '{"eventName":[{"prefix":"INS"}]}',
    '{"userIdentity":{"type":[{"exists":false}]}}',
    '{"eventName":[{"numeric":[">",1]}]}',
    '{"$or":[{"eventName":["INSERT"]}]}',
    '{"eventName":"INSERT"}',
  ])('refuses %s, which it does not know', (pattern) => {
    expect(() => recordFilter([pattern])).toThrow('the runner does not know');
  });
});
