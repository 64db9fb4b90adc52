// The face for the browser: what conditions look like.
export * from './condition.rules.js';
