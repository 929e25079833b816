// The tree of Certificate Transparency, by the vectors of its reference implementation, and by what must hold for any leaves.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathTo, rootFrom, rootOf } from '#privacy/merkle.ts';

/**
 * The leaves and roots that certificate-transparency's merkle_tree_test.cc and Go's transparency-dev/merkle are tested with:
 * root number n is that of the first n leaves.
 */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => Buffer.from(hex, 'hex'),
);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hex = (base64url: string) => Buffer.from(base64url, 'base64url').toString('hex');

describe('the reference vectors', () => {
  test.each(roots.map((root, n) => [n, root] as const))('the root of the first %i leaves', (n, root) => {
    expect(hex(rootOf(leaves.slice(0, n)))).toBe(root);
  });

  /** Of RFC 6962's reference tests: the paths to leaf 0 of 1, 0 of 8, 5 of 8, 2 of 3 and 1 of 5. */
  test.each<[number, number, [string, string][]]>([
    [0, 1, []],
    [
      0,
      8,
      [
        ['right', '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'],
        ['right', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'],
        ['right', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'],
      ],
    ],
    [
      5,
      8,
      [
        ['left', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'],
        ['right', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'],
        ['left', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
      ],
    ],
    [2, 3, [['left', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']]],
    [
      1,
      5,
      [
        ['left', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
        ['right', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'],
        ['right', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'],
      ],
    ],
  ])('the path to leaf %i of %i', (index, of, path) => {
    expect(pathTo(leaves.slice(0, of), index).map(({ side, hash }) => [side, hex(hash)])).toEqual(path);
  });
});

const someLeaves = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 70 });
const oneOfSome = someLeaves.chain((all) => fc.tuple(fc.constant(all), fc.nat({ max: all.length - 1 })));

test('the path of every leaf leads to the root, and is no longer than the tree is high', () => {
  fc.assert(
    fc.property(oneOfSome, ([all, index]) => {
      const path = pathTo(all, index);

      expect(rootFrom(all[index] ?? '', path)).toBe(rootOf(all));
      expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(all.length)));
    }),
  );
});

test('a path leads to the root from no other leaf', () => {
  fc.assert(
    fc.property(oneOfSome, fc.string(), ([all, index], other) => {
      fc.pre(other !== all[index]);

      expect(rootFrom(other, pathTo(all, index))).not.toBe(rootOf(all));
    }),
  );
});

test('a leaf more, less or elsewhere makes another root', () => {
  fc.assert(
    fc.property(oneOfSome, fc.string(), ([all, index], more) => {
      const root = rootOf(all);

      expect(rootOf([...all, more])).not.toBe(root);
      expect(rootOf(all.toSpliced(index, 1))).not.toBe(root);
      if (all[0] !== all[index]) expect(rootOf(all.with(0, all[index] ?? '').with(index, all[0] ?? ''))).not.toBe(root);
    }),
  );
});

test('the hash of two leaves, handed in as one leaf, is no shorter way to the same root', () => {
  const [left, right] = ['a', 'b'].map((leaf) => Buffer.from(rootOf([leaf]), 'base64url'));

  expect(rootOf([Buffer.concat([left ?? Buffer.of(), right ?? Buffer.of()])])).not.toBe(rootOf(['a', 'b']));
});

test('there is no path to a leaf that is not there', () => {
  for (const index of [-1, 2, Number.NaN]) expect(() => pathTo(['a', 'b'], index)).toThrow(RangeError);
});
