import { defineNotice, NOT_YOU } from '#chain/notices';
import { recordAt } from '#membership/members';

/** Of two records one is left: each phone that was on one of them is told. */
export const mergedNotice = defineNotice({
  kind: 'merged',
  topic: 'member.merged',
  setting: 'sms.on_merge',
  security: true,
  async find(sql, payload: { memberId: number; storeId: number; pinEnded: boolean }) {
    const act = await recordAt(sql, payload);
    return act && { ...act, pinEnded: payload.pinEnded };
  },
  text: ({ storeName, pinEnded }) =>
    `您的会员资料已在${storeName}合并为一份，储值一并转入。${pinEnded ? '原支付密码已停用，请到店重设。' : ''}${NOT_YOU}`,
});
