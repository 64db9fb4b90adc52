import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import autoImport from 'unplugin-auto-import/vite';
import components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig } from 'vite';
import { words } from './words.plugin.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const libs = resolve(here, '../../libs');

/** `#membership/cards/rules` and `#goods/pricing` mean the same here as on the server. */
const libraryAliases = [
  { find: /^#(.+)\/rules$/, replacement: resolve(libs, '$1/rules.ts') },
  { find: /^#(.+)$/, replacement: resolve(libs, '$1/index.ts') },
];

/** Parts of the application that many pages share, each too small for a request of its own. */
const SMALL = new RegExp(
  [
    'web-kit/(use-scanner|NumberField|MoneyInput|EmptyState|held-keys|MoneyText|NumberText|StatusBadge|KbdHint)\\.',
    'web/src/(format|attempts)/',
    'web/src/approvals/(WaitingActs|waiting)',
    'web/src/membership/members/(MemberPhoto|TagChip)',
    'web/src/desk/(desk[.-]|served|keys/(use-)?keymap|member/member-words|till/till\\.storage|tenders/(Tender|Reference|tender|use-)|pay/payment\\.rules)',
    'favicon\\.svg',
    'libs/(kernel/values|ledger|goods/pricing|membership/cards)/',
  ].join('|'),
);
const FORMS = new RegExp(
  [
    'web-kit/(FormDialog|FormField|PickDialog|NumberInput|ConfirmDialog)\\.',
    'element-plus/es/components/(checkbox|dialog)/',
    'web/src/(approvals|limits)/',
    'web/src/desk/(dialogs/(Segmented|PinFields)|member/(BirthdayField|CardNumberField|OfferList|use-offers))',
    'web/src/desk/(tenders/(MoneyTenders|notify-taken)|print/SlipDialog|pay/ForgottenPin)',
    'web/src/membership/members/(DuplicateNotice|use-duplicates|member-record\\.queries)',
    'web/src/value/payouts/payouts\\.queries',
  ].join('|'),
);

const elementPlus = ElementPlusResolver({ importStyle: 'css' });

export default defineConfig({
  root: here,
  plugins: [
    vue(),
    words(),
    autoImport({ resolvers: [elementPlus], dts: resolve(here, 'types/auto-imports.d.ts') }),
    components({
      dirs: [],
      resolvers: [elementPlus],
      dts: resolve(here, 'types/components.d.ts'),
    }),
  ],
  define: {
    // One way to use it: in setup, without components or directives of its own.
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  resolve: {
    alias: [
      ...libraryAliases,
      { find: '@ctrl/tinycolor', replacement: resolve(here, 'src/theme/no-tint.ts') },
    ],
    // Libraries outside this package (web-kit) use this package's copies.
    dedupe: [
      'vue',
      'vue-router',
      'vue-i18n',
      'pinia',
      'element-plus',
      '@element-plus/icons-vue',
      '@tanstack/vue-query',
      '@vueuse/core',
      'dayjs',
      'lunar-typescript',
      'big.js',
    ],
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } },
  },
  build: {
    outDir: resolve(here, '../../dist/web'),
    emptyOutDir: true,
    // For scripts/weigh.mjs.
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
    rolldownOptions: {
      treeshake: {
        // A component of web-kit that a page does not use must not bring its styles along.
        moduleSideEffects: [{ test: /libs\/web\/web-kit\/[^?]*\.(ts|vue)$/, sideEffects: false }],
      },
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'vue',
              priority: 20,
              test: /node_modules\/\.pnpm\/(@vue\+|vue@|vue-router@|pinia@|vue-i18n@|@intlify\+|@tanstack\+(vue-query|query-core)@|@vueuse\+)/,
            },
            // What every page begins with.
            { name: 'app', tags: ['$initial'], priority: 15 },
            // Small things of many pages: by themselves each would be a request.
            { name: 'kit', priority: 13, test: SMALL },
            { name: 'print', priority: 12, test: /web\/src\/desk\/print\/(?!SlipDialog)/ },
            // The desk as it stands before anything is asked of it.
            { name: 'desk', priority: 11, test: /web\/src\/desk\/DeskPage\.vue/ },
            // What dialogs are made of, at the desk and in the office.
            { name: 'forms', priority: 10, test: FORMS },
            {
              name: 'member-acts',
              priority: 10,
              test: /web\/src\/(member-acts\/|\w+\/\w+\/[\w-]+\.(act|member-tab)\.ts)/,
            },
            {
              name: 'desk-dialogs',
              priority: 9,
              test: /web\/src\/desk\/(member|slips|pay|keys)\/\w+(Dialog|Done)\.vue/,
            },
            // Only what draws charts: whatever else they share must not wait for them.
            {
              name: 'charts',
              priority: 10,
              test: /node_modules\/\.pnpm\/(echarts|zrender|vue-echarts|tslib)@/,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
});
