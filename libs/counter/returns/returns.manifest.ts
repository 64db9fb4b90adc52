import type { Manifest } from '#kernel';
import { documents } from '#membership/documents';
import { returnDocument } from './return.document.js';
import { RETURNS_OF_MEMBERS } from './returns.member-part.js';
import { ReturnsModule } from './returns.module.js';
import * as returnEntities from './return.entity.js';

export const returnsManifest: Manifest = {
  entities: [returnEntities],
  api: ReturnsModule,
  declares: [RETURNS_OF_MEMBERS, documents(returnDocument)],
};
