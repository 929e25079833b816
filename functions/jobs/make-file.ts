// Makes a file: sealed segment by segment while it is written, so that memory stays flat however long it is.
import { createHash, type Hash } from 'node:crypto';
import { type FilePlan, fileItem } from '#jobs/file.ts';
import { demandFilesKey, type FilesKey, filesKeyRead } from '#jobs/files-key.ts';
import { type HandoutApp, handoutName, type Upload } from '#jobs/handouts.ts';
import { SEGMENT_BYTES, SealedStream } from '#jobs/sealed-stream.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { jointKey, newKey } from '#shared/vault.ts';
import { notExists, type Write } from '#shared/writes.ts';

/** Something of the client was erased while the file was made: what is in it may not be handed out. Make it anew. */
export class FilesEndedError extends Error {
  override name = 'FilesEndedError';
}

/** Parts of this size take objects of up to 80 GB. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * Begins a file: one transaction of two writes, 4 units and 2 for the index, beside what the files key costs. One that is
 * never finished ends within an hour, and so does its key.
 */
export async function beginFile(app: HandoutApp, plan: FilePlan): Promise<FileInMaking> {
  const filesKey = await demandFilesKey(app, plan.clientId);
  const fileId = app.newId('file');
  const key = newKey();
  await app.db.commit([
    {
      table: 'records',
      put: fileItem(plan, fileId, filesKey.keyId, app.clock.nowMs()),
      condition: notExists('records'),
    },
    { table: 'registerKeys', put: { ...recordKeys.file(plan.clientId, fileId), key } },
  ]);
  return new FileInMaking(app, plan, fileId, filesKey, jointKey(filesKey.key, key));
}

export class FileInMaking {
  readonly id: string;
  readonly #app: HandoutApp;
  readonly #plan: FilePlan;
  readonly #filesKey: FilesKey;
  readonly #sealed: SealedStream;
  readonly #hash: Hash = createHash('sha256');
  #bytes = 0;
  #ready: Uint8Array[] = [];
  #readyBytes = 0;
  #upload: Upload | undefined;

  constructor(app: HandoutApp, plan: FilePlan, id: string, filesKey: FilesKey, key: Uint8Array) {
    this.id = id;
    this.#app = app;
    this.#plan = plan;
    this.#filesKey = filesKey;
    this.#sealed = new SealedStream(key, { clientId: plan.clientId, fileId: id });
  }

  /** Chunks of any size, one after the other. */
  async write(chunk: Uint8Array): Promise<void> {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    for (let from = 0; from < chunk.length; from += SEGMENT_BYTES) {
      this.#take(this.#sealed.write(chunk.subarray(from, from + SEGMENT_BYTES)));
      if (this.#readyBytes >= PART_BYTES) await this.#send();
    }
  }

  /**
   * @param also writes of the same transaction: that which says that the file is there. 3 units and 2 for the index.
   * @throws FilesEndedError where something of the client was erased since it was begun. ConflictError where a condition of
   *   `also` does not hold: its first write is number 2.
   */
  async finish(also: readonly Write[] = []): Promise<void> {
    this.#take(this.#sealed.end());
    const name = handoutName(this.#plan.clientId, this.id);
    if (this.#upload) {
      await this.#send();
      await this.#upload.complete();
    } else {
      await this.#app.handouts.put(name, this.#taken());
    }
    try {
      await this.#app.db.commit([this.#readyWrite(), this.#stillOpens(), ...also]);
    } catch (error) {
      if (error instanceof ConflictError && (error.at(0) || error.at(1)))
        throw new FilesEndedError('Something of the client was erased meanwhile', { cause: error });
      throw error;
    }
  }

  #readyWrite(): Write {
    return {
      table: 'records',
      update: recordKeys.file(this.#plan.clientId, this.id),
      change: 'SET #state = :ready, bytes = :bytes, sha256 = :sha256, dueAt = :endsAt',
      condition: {
        expression: '#state = :making',
        names: { '#state': 'state' },
        values: {
          ':making': 'making',
          ':ready': 'ready',
          ':bytes': this.#bytes,
          ':sha256': this.#hash.digest('hex'),
          ':endsAt': this.#plan.endsAtMs,
        },
      },
    };
  }

  #stillOpens(): Write {
    return {
      table: 'registerKeys',
      check: filesKeyRead(this.#plan.clientId).key,
      condition: { expression: 'keyId = :keyId', values: { ':keyId': this.#filesKey.keyId } },
    };
  }

  #take(pieces: readonly Uint8Array[]): void {
    this.#ready.push(...pieces);
    for (const piece of pieces) this.#readyBytes += piece.length;
  }

  #taken(): Uint8Array {
    const bytes = Buffer.concat(this.#ready);
    this.#ready = [];
    this.#readyBytes = 0;
    return bytes;
  }

  async #send(): Promise<void> {
    this.#upload ??= await this.#app.handouts.begin(handoutName(this.#plan.clientId, this.id));
    await this.#upload.part(this.#taken());
  }
}
