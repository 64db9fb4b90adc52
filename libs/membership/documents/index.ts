// What a kind of document declares, and the one way in which documents are undone.
export {
  declaredDocuments,
  defineDocument,
  type DocumentKind,
  documents,
} from './document-kind.js';
export { DocumentsModule } from './documents.module.js';
export type { UndoAct, UndoKind, Undone, UndoneDocument, UndoQuestion } from './undo-kind.js';
export { type UndoInput, Undoings } from './undoings.service.js';
