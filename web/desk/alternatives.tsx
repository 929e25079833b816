// Whom to ask instead, in order, with whether they are in: one press makes one of them the recipient.
import type { Alternative } from '#web/desk/desk-types.ts';
import { availabilityWords, connectWords } from '#web/desk/desk-words.ts';

interface Props {
  title: string;
  people: readonly Alternative[];
  nowMs: number;
  /** Without it they are only shown. */
  onPick?: ((person: Alternative) => void) | undefined;
}

export function Alternatives({ title, people, nowMs, onPick }: Props) {
  if (people.length === 0) return null;
  return (
    <section>
      <h3 class="eyebrow">{title}</h3>
      <ul class="others">
        {people.map((person) => (
          <li key={person.staffId}>
            {onPick ? (
              <button type="button" class="other" onClick={() => onPick(person)}>
                <Who person={person} nowMs={nowMs} />
              </button>
            ) : (
              <div class="other">
                <Who person={person} nowMs={nowMs} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Who({ person, nowMs }: { person: Alternative; nowMs: number }) {
  const { state } = person.availability;
  return (
    <>
      <span>
        <b>{person.name}</b> {person.title && <span class="quiet">{person.title}</span>}
      </span>
      <span class={`presence ${state}`}>
        {availabilityWords(person.availability, nowMs)}
        {state === 'in' && person.connect !== 'yes' && ` · ${connectWords(person.connect)}`}
      </span>
    </>
  );
}
