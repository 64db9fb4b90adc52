export { SegmentsModule, SegmentsWorkerModule } from './segments.module.js';
export * from './rules.js';
