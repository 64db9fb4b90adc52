import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import vue from '@vitejs/plugin-vue';
import autoImport from 'unplugin-auto-import/vite';
import components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const libs = resolve(here, '../../libs');

/** `#cards/rules` and `#pricing` mean the same here as on the server. */
const libraryAliases = readdirSync(libs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => [
    { find: new RegExp(`^#${name}/rules$`), replacement: resolve(libs, name, 'rules.ts') },
    { find: new RegExp(`^#${name}$`), replacement: resolve(libs, name, 'index.ts') },
  ]);

const elementPlus = ElementPlusResolver({ importStyle: 'css' });

export default defineConfig({
  root: here,
  plugins: [
    vue(),
    // Messages become data at build time: the content security policy forbids compiling at run time.
    vueI18n({
      include: [
        resolve(here, 'src/**/*.locale.ts'),
        resolve(libs, 'web-kit/*.locale.ts'),
        resolve(libs, '*/words/*.locale.ts'),
      ],
      runtimeOnly: true,
      compositionOnly: true,
      fullInstall: false,
      strictMessage: false,
    }),
    autoImport({ resolvers: [elementPlus], dts: resolve(here, 'types/auto-imports.d.ts') }),
    components({
      dirs: [],
      resolvers: [elementPlus],
      dts: resolve(here, 'types/components.d.ts'),
    }),
  ],
  resolve: {
    alias: libraryAliases,
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
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
    rolldownOptions: {
      treeshake: {
        // A component of web-kit that a page does not use must not bring its styles along.
        moduleSideEffects: [{ test: /libs\/web-kit\/[^?]*\.(ts|vue)$/, sideEffects: false }],
      },
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'vue',
              priority: 20,
              test: /node_modules\/\.pnpm\/(@vue\+|vue@|vue-router@|pinia@|vue-i18n@|@intlify\+|@tanstack\+(vue-query|query-core)@|@vueuse\+)/,
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
