// Language, appearance, and whether single letters act in lists: all three kept in this browser.
import { Radios } from '#web/parts/check.tsx';
import { Page } from '#web/parts/page.tsx';
import { singleKeys, theme, themes } from '#web/parts/theme.ts';
import { chosenLanguage, languages, t } from '#web/words/words.ts';

export function SettingsPage() {
  const words = t.settings;
  return (
    <Page title={words.title}>
      <div class="form">
        <Radios
          legend={words.language}
          value={chosenLanguage.value}
          options={languages.map((value) => ({ value, label: <span lang={value}>{words[value]}</span> }))}
          onChange={(value) => {
            chosenLanguage.value = value;
          }}
        />
        <Radios
          legend={words.theme}
          value={theme.value}
          options={themes.map((value) => ({ value, label: words[value] }))}
          onChange={(value) => {
            theme.value = value;
          }}
        />
        <Radios
          legend={words.keys}
          hint={words.keysHint}
          value={singleKeys.value}
          options={[
            { value: 'on', label: words.keysOn },
            { value: 'off', label: words.keysOff },
          ]}
          onChange={(value) => {
            singleKeys.value = value;
          }}
        />
        <p class="meta">{words.keptHere}</p>
      </div>
    </Page>
  );
}
