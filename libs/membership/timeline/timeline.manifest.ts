import type { Manifest } from '#kernel';
import { TimelineModule } from './timeline.module.js';

export const timelineManifest: Manifest = { api: TimelineModule };
