// A chain to try everything on: its data, and how it is written. Above the capabilities; used by the demo, tests and benchmarks.
export { DEMO_PASSWORD, DEMO_PIN, seedDemo } from './seed-demo-chain.js';
export { GIVEN_FEMALE, GIVEN_MALE, SURNAMES } from './names.data.js';
