export { timelineManifest } from './timeline.manifest.js';
export { type TimelineRows, timelineRows } from './timeline-rows.js';
