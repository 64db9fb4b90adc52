import { importKind } from '#chain/imports';
import type { Manifest } from '#kernel';
import { bookChecks, entryKinds } from '#ledger';
import { FIGURES } from './control-totals.rules.js';
import { MEMBER_FIELDS, suggestedMapping } from './import-fields.rules.js';
import { IMPORT_CHECKS } from './member-import.checks.js';
import { IMPORT_KINDS } from './member-import.kinds.js';
import { IMPORT_TEXT } from './member-import.locale.js';
import { IMPORTS_OF_MEMBERS } from './member-import.member-part.js';
import { MemberImportModule, MemberImportWorkerModule } from './member-import.module.js';
import { rightsFor } from './member-import.rights.js';
import { IMPORT_TIMELINE } from './member-import.timeline.js';
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
    IMPORT_TIMELINE,
    IMPORTS_OF_MEMBERS,
    entryKinds(...IMPORT_KINDS),
    bookChecks(...IMPORT_CHECKS),
  ],
};
