import { chainSettings } from '#chain/settings';
import { MEMBER_SEARCH_SETTINGS } from './member-search.settings.js';
import type { Manifest } from '#kernel';
import { MemberSearchModule } from './member-search.module.js';

export const memberSearchManifest: Manifest = {
  api: MemberSearchModule,
  declares: [chainSettings(MEMBER_SEARCH_SETTINGS)],
};
