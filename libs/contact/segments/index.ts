export { SegmentAudience } from './segment-audience.js';
export { SegmentsService } from './segments.service.js';
export { segmentsManifest } from './segments.manifest.js';
export * from './rules.js';
