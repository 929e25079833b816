// A person as the caller asks for them: the words to say first, then whether calls go through, and by which number. Props in, callbacks out.
import type { ComponentChildren } from 'preact';
import { Alternatives } from '#web/desk/alternatives.tsx';
import type { Alternative, PersonHit } from '#web/desk/desk-types.ts';
import { availabilityWords, connectWords, momentWords, reasonWord } from '#web/desk/desk-words.ts';
import { WordsToSay } from '#web/desk/words-to-say.tsx';
import { Initials } from '#web/parts/initials.tsx';
import { dialHref, phoneWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

export interface PersonCardProps {
  person: PersonHit;
  /** Of the line that was called: the words to say are in it. */
  lang: 'sv' | 'en';
  /** By the service's clock. */
  nowMs: number;
  /** Without it the colleagues are only shown. */
  onColleague?: ((person: Alternative) => void) | undefined;
  /** The card's own buttons. */
  children?: ComponentChildren;
}

export function PersonCard({ person, lang, nowMs, onColleague, children }: PersonCardProps) {
  const { availability, answer } = person;
  return (
    <article class="person-card desk-stack" aria-label={person.name}>
      <header class="person-head">
        <Initials name={person.name} />
        <div>
          <h2>{person.name}</h2>
          <p class="quiet">{[person.title, person.department].filter(Boolean).join(' · ')}</p>
        </div>
      </header>
      <WordsToSay answer={answer} lang={lang} nowMs={nowMs} />
      {person.protected && <p class="desk-warn">{t.desk.protectedHint}</p>}
      {availability && (
        <p class="person-state">
          <span class={`presence ${availability.state}`}>{availabilityWords(availability, nowMs)}</span>
          <b>{connectWords(person.connect)}</b>
        </p>
      )}
      {availability?.operatorNote && <p class="notice">{availability.operatorNote}</p>}
      <Reached person={person} />
      {availability?.next && (
        <p class="quiet">
          {t.desk.next(reasonWord(availability.next.reason), momentWords(availability.next.from, nowMs))}
        </p>
      )}
      <Alternatives title={t.desk.colleagues} people={person.colleagues} nowMs={nowMs} onPick={onColleague} />
      {children}
    </article>
  );
}

function Reached({ person }: { person: PersonHit }) {
  const isCalledOtherwise = person.pronunciation !== null || person.alsoKnownAs.length > 0;
  return (
    <>
      {isCalledOtherwise && (
        <dl class="facts">
          {person.pronunciation && (
            <div>
              <dt>{t.desk.pronunciation}</dt>
              <dd>{person.pronunciation}</dd>
            </div>
          )}
          {person.alsoKnownAs.length > 0 && (
            <div>
              <dt>{t.desk.alsoKnownAs}</dt>
              <dd>{person.alsoKnownAs.join(', ')}</dd>
            </div>
          )}
        </dl>
      )}
      {(person.phones.length > 0 || person.emails.length > 0) && (
        <ul class="desk-reach">
          {person.phones.map(({ label, number, mayTell }) => (
            <li key={number}>
              <PhoneLink number={number} />{' '}
              <span class="meta">
                {label} {!mayTell && t.desk.notToTell}
              </span>
            </li>
          ))}
          {person.emails.map(({ address }) => (
            <li key={address}>{address}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function PhoneLink({ number }: { number: string }) {
  const href = dialHref(number);
  const written = phoneWords(number);
  return href === undefined ? (
    <span class="number">{written}</span>
  ) : (
    <a class="number" href={href}>
      {written}
    </a>
  );
}
