import type { Manifest } from '#kernel';
import { MemberPageModule } from './member-page.module.js';

export const memberPageManifest: Manifest = { api: MemberPageModule };
