import type { Config } from 'jest';
import { swcOptions } from './scripts/swc-options.mjs';

// Run by scripts/test.mjs, which brings the database. Each e2e journey starts a system of its own.
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swcOptions, sourceMaps: 'inline', swcrc: false }],
  },
  resolver: '<rootDir>/scripts/jest-resolver.cjs',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.test/', '<rootDir>/.data/'],
} satisfies Config;

const journeys = process.env.SHUKE_TEST_SET === 'journeys';

const config: Config = {
  ...shared,
  roots: journeys ? ['<rootDir>/e2e'] : ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/scripts'],
  testMatch: journeys ? ['**/*.e2e.ts'] : ['**/*.spec.ts'],
  testTimeout: journeys ? 180_000 : 60_000,
  // ES modules stay in memory for the life of a worker.
  workerIdleMemoryLimit: '1GB',
};

export default config;
