// The sheet of keys, under F1: a table for each place, made from the map of keys that the view itself goes by.
import { Dialog } from '#web/parts/dialog.tsx';
import { t } from '#web/words/words.ts';

export interface KeyGroup {
  /** Where the keys act: "Anywhere at the desk". */
  readonly title: string;
  /** `key` as it stands on its button: "F8", "Ctrl+Enter", "1 2 3 4". */
  readonly keys: readonly { readonly key: string; readonly does: string }[];
}

interface Props {
  open: boolean;
  groups: readonly KeyGroup[];
  onClose: () => void;
}

export function Keys({ open, groups, onClose }: Props) {
  return (
    <Dialog open={open} title={t.parts.keysTitle} onClose={onClose}>
      <p class="meta">{t.parts.keysHint}</p>
      {groups.map(({ title, keys }) => (
        <table class="keys" key={title}>
          <caption>{title}</caption>
          <thead class="unseen">
            <tr>
              <th scope="col">{t.parts.key}</th>
              <th scope="col">{t.parts.does}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ key, does }) => (
              <tr key={`${key} ${does}`}>
                <th scope="row">
                  {key.split(' ').map((one) => (
                    <kbd key={one}>{one}</kbd>
                  ))}
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </Dialog>
  );
}
