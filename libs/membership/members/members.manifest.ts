import { conditions } from '#chain/conditions';
import conditionWords from './words/conditions.locale.js';
import { birthday } from './birthday.conditions.js';
import { CONSENTS } from './consent.conditions.js';
import { custom } from './custom.conditions.js';
import { MEMBER_CONDITIONS } from './member.conditions.js';
import { chainSettings } from '#chain/settings';
import { MEMBER_SETTINGS } from './member.settings.js';
import { notices } from '#chain/notices';
import noticeWords from './words/notices.locale.js';
import { MEMBER_NOTICES } from './member.notices.js';
import { approvalSubject } from '#chain/approvals';
import type { Manifest } from '#kernel';
import { sql } from '#kernel/lists';
import { membersOfLevels } from '#membership/levels';
import { RECORDS_OF_MEMBERS } from './members.member-part.js';
import { MembersModule, MembersWorkerModule } from './members.module.js';
import * as keyRule from './key-rule.entity.js';
import * as levelChange from './level-change.entity.js';
import * as lookupMiss from './lookup-miss.entity.js';
import * as memberRecord from './member-record.entity.js';
import * as memberEntities from './member.entity.js';

export const membersManifest: Manifest = {
  entities: [keyRule, levelChange, lookupMiss, memberRecord, memberEntities],
  api: MembersModule,
  worker: MembersWorkerModule,
  declares: [
    conditions(conditionWords, ...MEMBER_CONDITIONS, birthday, custom, ...CONSENTS),
    chainSettings(MEMBER_SETTINGS),
    notices(noticeWords, ...MEMBER_NOTICES),
    RECORDS_OF_MEMBERS,
    approvalSubject.says({
      kind: 'member',
      rows: 'SELECT id, coalesce(name, nickname) AS name, phone FROM member',
      otherIn: 'toMemberId',
      merged: 'SELECT alias_member_id AS id, member_id AS "nowId" FROM member_alias',
    }),
    membersOfLevels.says(sql`SELECT level_id FROM member WHERE status = 'active'`),
  ],
};
