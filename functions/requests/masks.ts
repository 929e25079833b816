// What is hidden of a finding: kept as places in its fields, never as words. A record's words may outlive it nowhere.
import { type Finding, findingId } from '#requests/findings.ts';
import { codeOf, type Field, hidesWhole } from '#requests/search/field.ts';
import type { Mask } from '#requests/search-schema.ts';
import type { OpenedRequest } from '#requests/store.ts';
import { open, type SealContext, seal } from '#shared/vault.ts';

/** `at` absent: the whole field. Else where a passage begins in its text, and how long it is, in UTF-16 units. */
interface PlacedMask {
  code: string;
  at?: readonly [start: number, length: number];
}

type Of = Pick<OpenedRequest, 'clientId' | 'id' | 'keys'>;

const masksContext = ({ clientId, id }: Of, finding: Finding): SealContext => ({
  clientId,
  recordId: id,
  field: `masks/${findingId(clientId, finding)}`,
  schema: 1,
});

const fieldOf = (shown: readonly Field[], code: string): Field | undefined =>
  shown.find((field) => codeOf(field) === code);

/** A passage that does not stand there hides nothing. */
function placed(shown: readonly Field[], { code, passage }: Mask): PlacedMask[] {
  const field = fieldOf(shown, code);
  if (passage === undefined || (field && hidesWhole(field.kind))) return [{ code }];
  const start = field?.value.indexOf(passage) ?? -1;
  return start < 0 ? [] : [{ code, at: [start, passage.length] }];
}

/**
 * Under the stable key of the request, which lives as long as it does, whatever is edited.
 * @param shown what the person looked at who decided.
 */
export const sealMasks = (request: Of, finding: Finding, masks: readonly Mask[], shown: readonly Field[]): Uint8Array =>
  seal(
    request.keys.stableKey,
    masksContext(request, finding),
    masks.flatMap((mask) => placed(shown, mask)),
  );

/** @param shown what stands there now; none where the record is gone, and then nothing but whole fields is told. */
export function openMasks(request: Of, finding: Finding, shown: readonly Field[]): Mask[] {
  if (!finding.masks) return [];
  const masks = open(request.keys.stableKey, masksContext(request, finding), finding.masks) as PlacedMask[];
  return masks.flatMap(({ code, at }) => {
    if (!at) return [{ code }];
    const passage = fieldOf(shown, code)?.value.slice(at[0], at[0] + at[1]) ?? '';
    return passage === '' ? [] : [{ code, passage }];
  });
}
