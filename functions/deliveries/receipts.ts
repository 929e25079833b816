// Receipts as they lie in their queue: ids, codes and times only, never an address.
import * as z from 'zod/mini';
import type { CanaryChannel } from '#deliveries/canary.ts';
import { mailCode, mailEvents, type ReceiptCode, receiptCodes } from '#deliveries/outcomes.ts';
import { type IdKind, idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

/** SES's and SNS's ids of what they have taken: they become a part of keys, and so can hold no address. */
const ProviderId = () => z.string().check(z.regex(/^[\w-]{1,200}$/));
/** SES gives every tag as a list. */
const tag = (kind: IdKind) => z.tuple([idSchema(kind)]);
/** A name of SES's, or nothing that is looked at. */
const Name = () => z.optional(z.nullable(z.string().check(z.maxLength(100))));

/** As the rules of EventBridge write it: lib/constructs/mail-receipts.ts. */
const MailReceipt = lazy(() =>
  z.strictObject({
    event: z.enum(mailEvents),
    message: tag('message'),
    delivery: tag('delivery'),
    providerId: ProviderId(),
    at: z.iso.datetime({ offset: true }),
    type: Name(),
    subType: Name(),
  }),
);

/** The same of a canary, whose tags both are its own id. */
const CanaryMailReceipt = lazy(() => z.extend(MailReceipt(), { message: tag('canary'), delivery: tag('canary') }));

/** As forward-sms-receipts writes it. */
export const SmsReceipt = lazy(() =>
  z.strictObject({
    code: z.enum(receiptCodes),
    providerId: ProviderId(),
    atMs: z.int(),
    /** It went to the service's own number. */
    canary: z.optional(z.literal(true)),
  }),
);
export type SmsReceipt = z.output<ReturnType<typeof SmsReceipt>>;

export interface Receipt {
  code: ReceiptCode;
  providerId: string;
  atMs: number;
  /** Where the receipt itself says it; an SMS is found by its pointer row. */
  delivery?: { messageId: string; deliveryId: string };
  /** Of the service's own, of which there is no record. */
  canary?: CanaryChannel | undefined;
}

/** @throws ZodError for what is neither. */
export function toReceipt(body: unknown): Receipt {
  const sms = SmsReceipt().safeParse(body);
  if (sms.success) return { ...sms.data, canary: sms.data.canary && 'sms' };
  const canary = CanaryMailReceipt().safeParse(body);
  if (canary.success) return { ...toldByMail(canary.data), canary: 'email' };
  const mail = MailReceipt().parse(body);
  return { ...toldByMail(mail), delivery: { messageId: mail.message[0], deliveryId: mail.delivery[0] } };
}

type MailReceipt = z.output<ReturnType<typeof MailReceipt>>;
const toldByMail = ({ event, type, subType, providerId, at }: Omit<MailReceipt, 'message' | 'delivery'>): Receipt => ({
  code: mailCode(event, type ?? '', subType ?? ''),
  providerId,
  atMs: Date.parse(at),
});
