import type { Config } from 'jest';

// Run by scripts/test.mjs, which brings the database.
const journeys = process.env.SHUKE_TEST_SET === 'journeys';

const config: Config = {
  roots: journeys ? ['<rootDir>/e2e'] : ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/scripts'],
  testMatch: journeys ? ['**/*.e2e.ts'] : ['**/*.spec.ts'],
  testTimeout: journeys ? 180_000 : 60_000,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.test/', '<rootDir>/.data/'],
  // Node loads what specs import, once for all files of a worker: to load it for each of them took half of their time.
  testEnvironment: '<rootDir>/scripts/jest/shared-environment.mjs',
  runtime: '<rootDir>/scripts/jest/shared-runtime.mjs',
  ...(journeys ? { testSequencer: '<rootDir>/scripts/jest/longest-first.mjs' } : {}),
  transform: {},
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  // ES modules stay in memory for the life of a worker.
  workerIdleMemoryLimit: '1GB',
};

export default config;
