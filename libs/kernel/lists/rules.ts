/** For the browser: what a cell may be and which languages files have. */
export { COLUMN_TYPES } from './columns.js';
export type { ColumnType, LinkTarget } from './columns.js';
export { FILE_LANGUAGES } from './languages.js';
export type { FileLanguage } from './languages.js';
