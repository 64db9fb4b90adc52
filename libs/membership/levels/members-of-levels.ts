import { declarable } from '#kernel';
import type { SqlText } from '#kernel/lists';

/** A query of level_id, a row for each member who has it: members say it. */
export const membersOfLevels = declarable<SqlText>('who has a level');
