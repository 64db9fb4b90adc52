import { chainSettings } from '#chain/settings';
import { APPROVAL_SETTINGS } from './approval.settings.js';
import type { Manifest } from '#kernel';
import { APPROVALS_OF_MEMBERS } from './approvals.member-part.js';
import { ApprovalsModule } from './approvals.module.js';
import * as approval from './approval.entity.js';

export const approvalsManifest: Manifest = {
  entities: [approval],
  api: ApprovalsModule,
  declares: [chainSettings(APPROVAL_SETTINGS), APPROVALS_OF_MEMBERS],
};
