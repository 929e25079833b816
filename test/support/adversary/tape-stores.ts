// In which store of the register each line of the runner's tape was, and what of it lies there.
import { stores } from '#lib/stores.ts';
import type { Given, Taped } from '#local/tape.ts';
import type { StoreId } from '#test/support/adversary/copies.ts';
import { plainItem } from '#test/support/adversary/plain-item.ts';

export interface Placed {
  readonly store: StoreId;
  readonly kept: unknown;
}

/** @throws Error at what it cannot place: a new way for data to go needs a place in the register first. */
export function storesOnTape(line: Taped): Placed[] {
  if ('event' in line) return inEvent(line.event);
  const { call, body, encoding } = line;
  if (call === 'POST /v2/email/outbound-emails') return inEmail(body);
  if (call.startsWith('SNS.')) return inTopicOrSms(Object.fromEntries(new URLSearchParams(body)));
  if (call.startsWith('AWSCognitoIdentityProviderService.')) return [{ store: 'userPool', kept: body }];
  if (call.startsWith('AmazonSQS.')) return [{ store: 'orderQueues', kept: body }];
  if (call.startsWith('TrentService.')) {
    const { Message = '' } = JSON.parse(body) as { Message?: string };
    return [{ store: 'evidence', kept: Buffer.from(Message, 'base64') }];
  }
  const kept = { call, body: Buffer.from(body, encoding ?? 'utf8') };
  if (/^\w+ \/handoutsbucket/.test(call)) return [{ store: 'handouts', kept }];
  if (/^(PUT|GET|HEAD) \/evidence/.test(call)) return [{ store: 'evidence', kept }];
  throw new Error(`In which store is ${call}?`);
}

interface GivenRecord {
  readonly eventSource: string;
  readonly eventSourceARN: string;
  readonly dynamodb?: { readonly NewImage?: object; readonly OldImage?: object };
}

function inEvent(event: Given['event']): Placed[] {
  const { Records } = event as { Records?: GivenRecord[] };
  if (!Records) return [{ store: 'schedules', kept: event }];
  return Records.flatMap((record): Placed[] => {
    if (record.eventSource === 'aws:sqs') return [{ store: placeOf('queue', record.eventSourceARN), kept: record }];
    const { NewImage, OldImage, ...about } = record.dynamodb ?? {};
    const images = [NewImage, OldImage].flatMap((image) => (image ? [plainItem(image)] : []));
    return [{ ...record, dynamodb: about }, ...images].map((kept) => ({ store: 'recordsStream', kept }));
  });
}

/** What an e-mail is to tell is its text, and whom it is for: its subject, headers and tags may tell nothing. */
function inEmail(body: string): Placed[] {
  const { Destination, Content, ...mail } = JSON.parse(body);
  const { Body, ...simple } = Content.Simple;
  return [
    { store: 'mailInTransit', kept: body },
    { store: 'mailSettings', kept: { ...mail, Content: { ...Content, Simple: simple } } },
  ];
}

function inTopicOrSms(form: Record<string, string>): Placed[] {
  if (form.TopicArn) return [{ store: placeOf('topic', form.TopicArn), kept: form }];
  const { PhoneNumber, Message, ...about } = form;
  return [
    { store: 'smsInTransit', kept: form },
    { store: 'mailSettings', kept: about },
  ];
}

/** Physical names begin with the logical id that the register knows. */
function placeOf(type: 'queue' | 'topic', arn: string): StoreId {
  const name = arn.split(':').at(-1) ?? '';
  const begins = (place: string) => place.startsWith(`${type}/`) && name.startsWith(place.slice(type.length + 1));
  const found = (Object.keys(stores) as StoreId[]).find((id) => stores[id].places?.some(begins));
  if (!found) throw new Error(`In which store is the ${type} ${name}?`);
  return found;
}
