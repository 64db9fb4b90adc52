import type { Manifest } from '#kernel';
import { MemberSearchModule } from './member-search.module.js';

export const memberSearchManifest: Manifest = { api: MemberSearchModule };
