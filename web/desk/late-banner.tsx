// The banner over a form whose call is written in afterwards, for as long as it is of that call.
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { clockWords, dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

/** "Samtal 27 november 14.10" */
export function LateBanner({ calledAt, onDrop }: { calledAt: string; onDrop: () => void }) {
  const spoken = language();
  const day = dayWords(calledAt, spoken).replace(/ \d{4}$/, '');
  return (
    <Banner kind="info">
      <p>{t.desk.lateBanner(`${day} ${clockWords(calledAt, spoken)}`)}</p>
      <Button onPress={onDrop}>{t.desk.lateDrop}</Button>
    </Banner>
  );
}
