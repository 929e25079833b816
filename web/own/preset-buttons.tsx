import type { Preset } from '#web/own/absence-presets.ts';
import { momentWords, nextDayWords } from '#web/own/absence-state.ts';
import { spokenNow } from '#web/own/spoken.ts';
import { Button } from '#web/parts/button.tsx';
import { whenWords } from '#web/words/dates.ts';
import { t } from '#web/words/words.ts';

interface Props {
  presets: readonly Preset[];
  /** The name of what was pressed. */
  busy: string | undefined;
  onPreset: (preset: Preset) => void;
  onForm: (mode: 'holiday' | 'other') => void;
}

function Choice({ word, more, busy, onPress }: { word: string; more: string; busy: boolean; onPress: () => void }) {
  return (
    <Button busy={busy} onPress={onPress}>
      <span class="choice">
        {word} <span class="meta">{more}</span>
      </span>
    </Button>
  );
}

export function PresetButtons({ presets, busy, onPreset, onForm }: Props) {
  const spoken = spokenNow();
  const wordOf = ({ name, untilMs }: Preset) =>
    name === 'nextDay' ? t.own.untilNextDay(nextDayWords(untilMs, spoken)) : t.own[name];
  const moreOf = ({ name, untilMs }: Preset) =>
    name === 'restOfDay'
      ? t.own.tillMidnight
      : name === 'nextDay'
        ? whenWords(untilMs, spoken.nowMs, spoken.language)
        : t.own.until(momentWords(untilMs, spoken));
  return (
    <div class="choices">
      {presets.map((preset) => (
        <Choice
          key={preset.name}
          word={wordOf(preset)}
          more={moreOf(preset)}
          busy={busy === preset.name}
          onPress={() => busy === undefined && onPreset(preset)}
        />
      ))}
      <Choice word={t.own.holiday} more={t.own.chooseDays} busy={false} onPress={() => onForm('holiday')} />
      <Choice word={t.own.other} more={t.own.chooseAll} busy={false} onPress={() => onForm('other')} />
    </div>
  );
}
