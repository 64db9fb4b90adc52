import { importKind } from '#chain/imports';
import type { Manifest } from '#kernel';
import { documents } from '#membership/documents';
import { FIGURES } from './control-totals.rules.js';
import { MEMBER_FIELDS, suggestedMapping } from './import-fields.rules.js';
import { importDocument } from './member-import.document.js';
import { IMPORT_TEXT } from './member-import.locale.js';
import { IMPORTS_OF_MEMBERS } from './member-import.member-part.js';
import { MemberImportModule, MemberImportWorkerModule } from './member-import.module.js';
import { rightsFor } from './member-import.rights.js';
import { MEMBERS } from './member-import.types.js';
import { MemberImportWork } from './member-import.work.js';
import * as memberImport from './member-import.entity.js';

export const memberImportManifest: Manifest = {
  entities: [memberImport],
  api: MemberImportModule,
  worker: MemberImportWorkerModule,
  declares: [
    importKind({
      kind: MEMBERS,
      fields: MEMBER_FIELDS,
      figures: FIGURES,
      text: IMPORT_TEXT,
      suggested: suggestedMapping,
      rights: rightsFor,
      work: MemberImportWork,
    }),
    IMPORTS_OF_MEMBERS,
    documents(importDocument),
  ],
};
