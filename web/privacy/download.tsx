// A file to be fetched: what it is, how large, until when; it is opened here and saved as a download.
import { useState } from 'preact/hooks';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { type Fetched, fetchFile, sizeOf } from '#web/privacy/files.ts';
import { saveAs } from '#web/privacy/save-as.ts';
import { clockWords, dayWords } from '#web/words/dates.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { language, t } from '#web/words/words.ts';

interface Props {
  clientId: string;
  file: {
    readonly id: string;
    readonly format: 'json' | 'pdf' | 'zip';
    readonly bytes: number;
    readonly endsAt: string;
  };
  label: string;
}

/** undefined where all is well. */
function troubleWords(fetched: Fetched): string | undefined {
  const words = t.privacy;
  if (fetched.kind === 'ok') return undefined;
  if (fetched.kind === 'refused') return refusalWords(fetched.failure);
  return { damaged: words.damaged, gone: words.fileGone, away: words.notFetched }[fetched.kind];
}

export function Download({ clientId, file: { id, format, bytes, endsAt }, label }: Props) {
  const words = t.privacy;
  const [share, setShare] = useState<number>();
  const [trouble, setTrouble] = useState<string>();
  const { size, unit } = sizeOf(bytes, language());

  async function fetchIt(): Promise<void> {
    setShare(0);
    setTrouble(undefined);
    const fetched = await fetchFile({ clientId, fileId: id }, setShare);
    setShare(undefined);
    const said = troubleWords(fetched);
    setTrouble(said);
    if (fetched.kind === 'ok') saveAs(fetched.content, fetched.name);
    announce(said ?? words.downloaded(label), said === undefined ? undefined : 'urgent');
  }

  return (
    <div class="download">
      <Button label={words.downloadOf(`${label}, ${words.formats[format]}`)} onPress={() => share ?? void fetchIt()}>
        {share === undefined ? `${words.download} ${words.formats[format]}` : words.fetching(Math.round(share * 100))}
      </Button>
      <p class="meta">
        {words.formatHints[format]}, {words.bytes(size, unit)}.{' '}
        {words.fileEnds(`${dayWords(endsAt, language())} ${clockWords(endsAt, language())}`)}
      </p>
      {trouble !== undefined && <Banner kind="warn">{trouble}</Banner>}
    </div>
  );
}
