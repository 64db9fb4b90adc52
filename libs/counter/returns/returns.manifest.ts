import type { Manifest } from '#kernel';
import { bookChecks, entryKinds } from '#ledger';
import { RETURN_CHECKS } from './return.checks.js';
import { RETURN_KINDS } from './return.kinds.js';
import { RETURNS_OF_MEMBERS } from './returns.member-part.js';
import { RETURN_TIMELINE } from './return.timeline.js';
import { ReturnsModule } from './returns.module.js';
import * as returnEntities from './return.entity.js';

export const returnsManifest: Manifest = {
  entities: [returnEntities],
  api: ReturnsModule,
  declares: [
    RETURN_TIMELINE,
    RETURNS_OF_MEMBERS,
    entryKinds(...RETURN_KINDS),
    bookChecks(...RETURN_CHECKS),
  ],
};
