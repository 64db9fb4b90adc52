import type { Manifest } from '#kernel';
import { APPROVALS_OF_MEMBERS } from './approvals.member-part.js';
import { ApprovalsModule } from './approvals.module.js';
import * as approval from './approval.entity.js';

export const approvalsManifest: Manifest = {
  entities: [approval],
  api: ApprovalsModule,
  declares: [APPROVALS_OF_MEMBERS],
};
