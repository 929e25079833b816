// How the message went to its recipients: a line for each that was tried, with its time and the words of the API.
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Delivery, Message, StaffMember } from '#web/api/types.ts';
import { nameOf } from '#web/inbox/names.ts';
import { cameOfOne, cameTo, wayLines } from '#web/inbox/way.ts';
import { Badge } from '#web/parts/badge.tsx';
import { Button } from '#web/parts/button.tsx';
import { When } from '#web/parts/when.tsx';
import { isoDay, whenWords } from '#web/words/dates.ts';
import { phoneWords } from '#web/words/phones.ts';
import { language, t } from '#web/words/words.ts';

const kinds = { delivered: 'accent', sent: 'info', pending: 'plain', unknown: 'warn', failed: 'urgent' } as const;

type Staff = readonly StaffMember[] | undefined;

function title({ channel, staffId, viaStaffId, step }: Delivery, staff: Staff): string {
  const words = t.inbox;
  const to = words.wayTo(channel === 'email' ? words.byEmail : words.bySms, nameOf(staff, staffId));
  const via = viaStaffId === null ? '' : ` ${words.via(nameOf(staff, viaStaffId))}`;
  return `${to}${via}${step > 1 ? `, ${words.step(step)}` : ''}`;
}

function State({ delivery }: { delivery: Delivery }) {
  const came = cameOfOne(delivery);
  return came ? <Badge kind={kinds[came]}>{t.parts[came]}</Badge> : <Badge kind="plain">{t.inbox.cancelled}</Badge>;
}

/** What is not told by the day of the message says its own. */
function LineTime({ at, day }: { at: string; day: string }) {
  return isoDay(at) === day ? <When at={at} style="second" /> : <When at={at} nowMs={serverNowMs()} />;
}

interface WayProps {
  delivery: Delivery;
  staff: Staff;
  /** The day on which the message was taken. */
  day: string;
  /** It has come to nobody by any other way either. */
  isAll: boolean;
  onAgain: () => void;
}

function Way({ delivery, staff, day, isAll, onAgain }: WayProps) {
  const words = t.inbox;
  const came = delivery.withdrawn ? undefined : cameOfOne(delivery);
  const { address, channel, notBefore } = delivery;
  return (
    <li class={`way ${came ?? 'none'}`}>
      <p class="way-head">
        <strong>{title(delivery, staff)}</strong> <State delivery={delivery} />
        {delivery.correction && <Badge kind="info">{words.correction}</Badge>}
        {delivery.withdrawn && <Badge kind="warn">{words.withdrawnTag}</Badge>}
      </p>
      {address && <p class="meta">{channel === 'sms' ? phoneWords(address) : address}</p>}
      <ol class="way-lines">
        {wayLines(delivery).map(({ at, words: said, kind }, index) => (
          <li key={`${at} ${index}`} class={kind}>
            <LineTime at={at} day={day} /> {said?.[language()] ?? words.handedOver}
          </li>
        ))}
        {notBefore && <li class="wait">{words.heldUntil(whenWords(notBefore, serverNowMs(), language()))}</li>}
      </ol>
      {isAll && (came === 'unknown' || came === 'failed') && (
        <div class={came === 'unknown' ? 'banner warn' : 'banner urgent'}>
          <p>{came === 'unknown' ? words.unknownDo : words.failedDo}</p>
          <Button onPress={onAgain}>{words.sendAgain}</Button>
        </div>
      )}
    </li>
  );
}

interface Props {
  message: Message;
  staff: Staff;
  onAgain: (staffId: string | null) => void;
}

export function WayOfDelivery({ message, staff, onAgain }: Props) {
  const { deliveries, takenAt } = message;
  const reached = cameTo(deliveries);
  return (
    <section class="message-part" aria-labelledby="message-way">
      <h3 id="message-way">{t.inbox.way}</h3>
      {deliveries.length === 0 && <p class="quiet">{t.inbox.waySoon}</p>}
      <ol class="ways">
        {deliveries.map((delivery) => (
          <Way
            key={delivery.id}
            delivery={delivery}
            staff={staff}
            day={isoDay(takenAt)}
            isAll={reached === 'unknown' || reached === 'failed'}
            onAgain={() => onAgain(delivery.staffId)}
          />
        ))}
      </ol>
    </section>
  );
}
