import { declarable } from '#kernel';

/** Whom an act is about, where approvers see a name: said by whoever keeps the records. */
export interface ApprovalSubject {
  /** As acts name it: `subject.kind`. */
  kind: string;
  /** A query of all of them: id, name and phone. */
  rows: string;
  /** The fact of an act that names a second one. */
  otherIn: string;
  /** A query of those that became another: id, and nowId. */
  merged: string;
}

export const approvalSubject = declarable<ApprovalSubject>('whom an approval is about');

/** A column of the one that has this id. */
export const ofSubject = (column: 'name' | 'phone', id: string): string =>
  `(SELECT x.${column} FROM (${approvalSubject.ask().rows}) x WHERE x.id = ${id})`;
