// Where sealed files lie until somebody fetches them: a private bucket, of which nothing can be read without a key from elsewhere.
import type { App } from '#shared/app.ts';

/** A part that is not the last has at least 5 MiB. https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
export interface Upload {
  /** Parts one after the other, counted from 1. */
  part(bytes: Uint8Array): Promise<void>;
  /** After this, and not before, the object is there. */
  complete(): Promise<void>;
}

export interface Handouts {
  /** An object in one piece. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  begin(name: string): Promise<Upload>;
  /** Nothing happens where there is none. */
  delete(name: string): Promise<void>;
}

/** The bag of whoever makes files. */
export interface HandoutApp extends App {
  readonly handouts: Handouts;
}

/** Ids only. */
export const handoutName = (clientId: string, fileId: string): string => `${clientId}/${fileId}`;
