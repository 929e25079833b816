// Two letters in a circle where others have a photograph; the name stands beside it, so it is silent.
import { initials } from '#web/words/name-sort.ts';

export function Initials({ name }: { name: string }) {
  return (
    <span class="initials" aria-hidden="true">
      {initials(name)}
    </span>
  );
}
