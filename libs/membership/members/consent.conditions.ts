import { defineCondition, flag } from '#chain/conditions';
import type { ConsentChannel } from './consent.rules.js';

const lastAnswer = (channel: ConsentChannel) =>
  `SELECT DISTINCT ON (c.member_id) c.member_id, c.granted FROM member_consent c WHERE c.channel = '${channel}' ORDER BY c.member_id, c.id DESC`;

// Advertising needs a yes; a message about an act goes out until somebody says no.
const agreed = (channel: ConsentChannel) =>
  `m.id IN (SELECT a.member_id FROM (${lastAnswer(channel)}) a WHERE a.granted)`;

const consent = (field: string, order: number, yes: string) =>
  defineCondition({ field, group: 'consent', order, ...flag(yes) });

/** What a member answered last. */
export const CONSENTS = [
  consent('smsMarketing', 10, agreed('sms_marketing')),
  consent(
    'smsService',
    20,
    `m.id NOT IN (SELECT a.member_id FROM (${lastAnswer('sms_service')}) a WHERE NOT a.granted)`,
  ),
  consent('phoneMarketing', 30, agreed('phone_marketing')),
  consent('wechatMarketing', 40, agreed('wechat_marketing')),
  consent('emailMarketing', 50, agreed('email_marketing')),
];
