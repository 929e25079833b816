// How the portal is built: no plugin, nothing inline (the content security policy would refuse it), one sheet of styles.
import { defineConfig } from 'vite';

/**
 * What every view needs, in one file: without the parts for hours, days, lists, long forms and the sheet of keys, what puts
 * changes of two together, the last ways out, the settings, the words of rooms, and English.
 */
const everyView =
  /node_modules|web\/(api|session|kept|app)\/(?!last-ways-out|printed|soon-lost|settings-page|sign-out-dialog|save-changes|merge-changes)|web\/parts\/(?!hours-editor|clock-times|time-field|month|chips|list|keys|focus-next|print-foot|error-summary)|web\/words\/(?!en)[^/]+$|web\/words\/sv\/(fields|frame|kept|parts|problems|session|settings)[.]ts/;

/** `sv-desk` and `en-desk` are the words of one room. */
const languageOf = (module: string | null) => /\/words\/(sv|en)\//.exec(module ?? '')?.[1]?.concat('-') ?? '';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/web/live',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: true,
    rolldownOptions: {
      output: {
        // Of thirty small files each is compressed, and asked for, by itself; and the ground names each.
        codeSplitting: {
          groups: [
            { name: 'ground', test: everyView },
            { name: 'changes', test: /web\/api\/(save|merge)-changes/ },
            { name: 'papers', test: /web\/privacy\/(papers|paper-button|save-as)/ },
            { name: 'requests', test: /web\/privacy\/(requests|request-list|request-words)[.]tsx?/ },
          ],
        },
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: ({ name, facadeModuleId }) => `assets/${languageOf(facadeModuleId)}${name}-[hash].js`,
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
