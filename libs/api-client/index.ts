// The typed client, generated from the API's own description by `pnpm run openapi`.
export * from './generated/index.js';
