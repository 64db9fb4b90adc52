// The types of the API, generated from its own description by `pnpm run openapi`.
export type * from './generated/index.js';
export type * from './generated/routes.gen.js';
