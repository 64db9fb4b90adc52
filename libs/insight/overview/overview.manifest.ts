import type { Manifest } from '#kernel';
import { OverviewModule } from './overview.module.js';

export const overviewManifest: Manifest = { api: OverviewModule };
