import { chainSettings } from '#chain/settings';
import { SESSION_SETTINGS } from './session.settings.js';
import { type Manifest, staffNames } from '#kernel';
import { IdentityModule } from './identity.module.js';
import * as identityEntities from './identity.entity.js';

export const identityManifest: Manifest = {
  entities: [identityEntities],
  api: IdentityModule,
  declares: [chainSettings(SESSION_SETTINGS), staffNames.says('SELECT id, name FROM staff')],
};
