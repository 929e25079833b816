// The numbers and addresses that reach the person, and the way to change them.
import type { StaffMember } from '#web/api/types.ts';
import type { Who } from '#web/own/own-person.ts';
import { phoneWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

export function Reach({ who, staff: { phones, emails } }: { who: Who; staff: StaffMember }) {
  return (
    <section class="own-part" aria-labelledby="own-reach">
      <h2 id="own-reach">{t.own.reach}</h2>
      {phones.length + emails.length === 0 && <p class="quiet">{t.own.reachNone}</p>}
      <ul class="own-ways">
        {phones.map(({ number, label }) => (
          <li key={number}>
            <span class="number">{phoneWords(number)}</span> <span class="meta">{label}</span>
          </li>
        ))}
        {emails.map(({ address, label }) => (
          <li key={address}>
            {address} <span class="meta">{label}</span>
          </li>
        ))}
      </ul>
      <a href={`/c/${who.clientId}/me/contacts`}>{t.own.reachChange}</a>
    </section>
  );
}
