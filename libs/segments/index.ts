export { SegmentAudience } from './segment-audience.js';
export { SegmentsService } from './segments.service.js';
export { SegmentsModule, SegmentsWorkerModule } from './segments.module.js';
export * from './rules.js';
