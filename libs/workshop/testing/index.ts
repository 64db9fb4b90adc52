export { testDatabase } from './database.js';
export type { TestDatabase } from './database.js';
export { TestBrowser, testApp } from './app.js';
export type { CallOptions, TestAnswer, TestApp, TestAppOptions } from './app.js';
export { anOrganisation, STAFF_PIN } from './organisation.js';
export type { Organisation } from './organisation.js';
