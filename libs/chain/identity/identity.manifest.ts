import { type Manifest, staffNames } from '#kernel';
import { IdentityModule } from './identity.module.js';
import * as identityEntities from './identity.entity.js';

export const identityManifest: Manifest = {
  entities: [identityEntities],
  api: IdentityModule,
  declares: [staffNames.says('SELECT id, name FROM staff')],
};
