// Files that the service has made: their link, what it leads to, and what comes of it when it is opened here.
import { api } from '#web/api/client.ts';
import { ask, type Failure } from '#web/api/outcome.ts';
import { DamagedFile, openSealed, sha256Of } from '#web/privacy/sealed-file.ts';

export interface FileToFetch {
  readonly clientId: string;
  readonly fileId: string;
}

export type Fetched =
  | { kind: 'ok'; content: Blob; name: string }
  | { kind: 'damaged' | 'gone' | 'away' }
  | { kind: 'refused'; failure: Failure };

const types = { json: 'application/json', pdf: 'application/pdf', zip: 'application/zip' } as const;

/** @param onShare how much has come, 0 to 1. */
export async function fetchFile(file: FileToFetch, onShare: (share: number) => void): Promise<Fetched> {
  const path = { clientId: file.clientId, fileId: file.fileId };
  const linked = await ask(api.POST('/v1/clients/{clientId}/files/{fileId}/link', { params: { path } }));
  if (linked.kind === 'problem' && (linked.code === 'not-found' || linked.code === 'erased')) return { kind: 'gone' };
  if (linked.kind !== 'ok') return { kind: 'refused', failure: linked };
  const { url, key, bytes, sha256, format, name } = linked.value;
  // The address is the whole right: nothing of the session goes with it.
  const response = await fetch(url, { credentials: 'omit', cache: 'no-store' }).catch(() => undefined);
  if (response?.status === 404) return { kind: 'gone' };
  if (!response?.ok || !response.body) return { kind: 'away' };
  let came = 0;
  const heard = (more: number) => {
    came += more;
    onShare(Math.min(1, came / Math.max(1, bytes)));
  };
  try {
    const content = new Blob(await openSealed(response.body, { ...file, key }, heard), { type: types[format] });
    return (await sha256Of(content)) === sha256 ? { kind: 'ok', content, name } : { kind: 'damaged' };
  } catch (error) {
    if (error instanceof DamagedFile) return { kind: 'damaged' };
    // The network went in the middle.
    if (error instanceof TypeError) return { kind: 'away' };
    throw error;
  }
}

const KILO = 1_000;

/** "3,4 MB", in as few digits as say something. */
export function sizeOf(bytes: number, language: string): { size: string; unit: 'B' | 'kB' | 'MB' } {
  const [value, unit] =
    bytes < KILO
      ? ([bytes, 'B'] as const)
      : bytes < KILO * KILO
        ? ([bytes / KILO, 'kB'] as const)
        : ([bytes / KILO / KILO, 'MB'] as const);
  const digits = value < 10 && unit !== 'B' ? 1 : 0;
  return { size: value.toLocaleString(language, { maximumFractionDigits: digits }), unit };
}
