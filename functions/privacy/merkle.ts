// Merkle trees as in Certificate Transparency (RFC 9162, 2.1): a root over many leaves, and the path from one leaf to it.
import { createHash } from 'node:crypto';

/** A text stands for its UTF-8. */
export type Leaf = string | Uint8Array;

/** What a hash is joined with on its way to the root, and on which side that stands. */
export interface PathStep {
  side: 'left' | 'right';
  /** SHA-256, base64url. */
  hash: string;
}

const sha256 = (...parts: readonly Leaf[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

// With these no node can be passed off as a leaf, and no leaf as a node.
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const leafHash = (leaf: Leaf): Buffer => sha256(LEAF, leaf);
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** The largest power of two that is smaller than `n`; `n` is at least 2. */
const splitOf = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1);

/** Over the hashes of leaves. */
function treeHash(hashes: readonly Buffer[]): Buffer {
  const [first] = hashes;
  if (first === undefined) return sha256();
  if (hashes.length === 1) return first;
  const split = splitOf(hashes.length);
  return nodeHash(treeHash(hashes.slice(0, split)), treeHash(hashes.slice(split)));
}

/** SHA-256, base64url. */
export const rootOf = (leaves: readonly Leaf[]): string => treeHash(leaves.map(leafHash)).toString('base64url');

/** The hash of one leaf, base64url: where leaves themselves are not to be kept, these make the same root. */
export const leafHashOf = (leaf: Leaf): string => leafHash(leaf).toString('base64url');

export const rootOfHashes = (hashes: readonly string[]): string =>
  treeHash(hashes.map((hash) => Buffer.from(hash, 'base64url'))).toString('base64url');

/**
 * From leaf number `index` (from 0) up to the root; each leaf is hashed once.
 * @throws RangeError where there is no such leaf.
 */
export function pathTo(leaves: readonly Leaf[], index: number): PathStep[] {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError(`There is no leaf ${index} of ${leaves.length}`);
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...pathTo(left, index), { side: 'right', hash: rootOf(right) }]
    : [...pathTo(right, index - split), { side: 'left', hash: rootOf(left) }];
}

/** Where the path leads from this leaf. It needs neither the leaf's number nor how many there are. */
export function rootFrom(leaf: Leaf, path: readonly PathStep[]): string {
  let hash = leafHash(leaf);
  for (const step of path) {
    const other = Buffer.from(step.hash, 'base64url');
    hash = step.side === 'left' ? nodeHash(other, hash) : nodeHash(hash, other);
  }
  return hash.toString('base64url');
}

/** SHA-256 of a text, base64url: how the log names a text that stands elsewhere. */
export const hashOf = (text: string): string => sha256(text).toString('base64url');
