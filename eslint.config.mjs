import boundaries from 'eslint-plugin-boundaries';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';
import { elements, policies } from './scripts/lint/import-table.mjs';
import { shuke } from './scripts/lint/local-rules.mjs';

const server = ['libs/**/*.ts', 'apps/{api,worker,demo,console,composition}/**/*.ts'];
const browser = ['apps/web/**/*.{ts,vue}', 'libs/web/web-kit/**/*.{ts,vue}'];
const specs = [
  '**/*.spec.ts',
  '**/*.release.ts',
  '**/*.e2e.ts',
  '**/*.fixtures.ts',
  'libs/workshop/testing/**',
];

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read once, in libs/kernel/config: take Env.',
};
const fixedWaits = [
  {
    selector: "CallExpression[callee.property.name='waitForTimeout']",
    message: 'Wait for the thing itself: a locator, settled(), eventually().',
  },
  {
    selector: "CallExpression[callee.name='setTimeout']",
    message: 'Wait for the thing itself: a locator, settled(), eventually().',
  },
];
const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is injected: take Clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is injected: take Clock.',
  },
];
const readsFirst = {
  selector:
    "CallExpression[callee.object.property.name='manager'][callee.property.name=/^(save|preload|remove|recover|soft(Remove|Delete))$/]",
  message: 'It reads first and writes what it thinks has changed: insert, update, delete by key.',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      'dist/**',
      '.test/**',
      '.data/**',
      'libs/web/api-client/index.ts',
      'apps/web/types/**',
    ],
  },
  {
    // Generated: there is nothing to say about them, also where they are named among changed files.
    files: ['libs/web/api-client/generated/**'],
    processor: {
      meta: { name: 'generated', version: '1' },
      preprocess: () => [],
      postprocess: () => [],
    },
  },
  {
    files: ['**/*.{ts,vue,mjs,cjs}'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { globals: globals.node },
    rules: {
      'max-lines': ['error', { max: 300 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    // A forgotten await in a transaction is money: these two need types.
    files: server,
    ignores: ['libs/web/web-kit/**'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      'no-restricted-syntax': ['error', environment],
      'no-console': 'error',
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: ['libs/kernel/clock/**', 'libs/web/web-kit/**', ...specs],
    plugins: { shuke },
    rules: {
      'no-restricted-syntax': ['error', environment, readsFirst, ...clock],
      'shuke/tables-of-others': 'error',
    },
  },
  {
    files: [
      'libs/kernel/config/**',
      'apps/demo/src/environment.ts',
      'apps/console/src/password-source.ts',
      ...specs,
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['e2e/**/*.ts'],
    ignores: ['e2e/kit/eventually.ts'],
    rules: { 'no-restricted-syntax': ['error', ...fixedWaits] },
  },
  {
    // What talks to a terminal.
    files: [
      'apps/*/src/main.ts',
      'apps/demo/**',
      'apps/console/**',
      'libs/workshop/demo-chain/**',
      ...specs,
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: browser,
    extends: [...vue.configs['flat/essential']],
    plugins: { shuke },
    languageOptions: {
      parser: vueParser,
      parserOptions: {
        parser: tseslint.parser,
        extraFileExtensions: ['.vue'],
        sourceType: 'module',
      },
      globals: globals.browser,
    },
    rules: {
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      'vue/require-explicit-emits': 'error',
      'vue/multi-word-component-names': 'off',
      'shuke/no-template-text': 'error',
      'shuke/no-text-outside-locales': 'error',
      // The compiler knows the browser's names.
      'no-undef': 'off',
    },
  },
  {
    files: [
      '**/*.locale.ts',
      // Languages are named in themselves.
      'libs/web/web-kit/LocaleSwitch.vue',
      'apps/web/vite.config.ts',
      'apps/web/**/*.spec.ts',
      'libs/web/web-kit/**/*.spec.ts',
    ],
    rules: { 'shuke/no-text-outside-locales': 'off' },
  },
  {
    files: [...server, ...browser],
    ignores: specs,
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': {
        [new URL('scripts/lint/import-resolver.cjs', import.meta.url).pathname]: {},
      },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      'boundaries/no-unknown-files': 'error',
    },
  },
);
