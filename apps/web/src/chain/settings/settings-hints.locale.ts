/** What a setting does, below its field. */
export default {
  'zh-CN': {
    settings: {
      hints: {
        approval: {
          withdrawal_from_cents: '满这个金额需审批，0 表示每次都要。',
          transfer_from_cents: '满这个金额需审批，0 表示每次都要。',
          refund_from_cents: '满这个金额需审批，0 表示每次都要。',
          adjustment_from_cents: '满这个金额需审批，0 表示每次都要。',
          top_up_reversal_from_cents: '满这个金额需审批，0 表示每次都要。',
          return_from_cents: '一次退回的金额满这么多需审批，0 表示每次都要。',
          late_undo_from_cents:
            '撤销以前营业日的销售、充值、取款、转账或退款，要有“过营业日撤销”的权限；满这个金额还需审批，0 表示每次都要。',
          member_day_from_cents:
            '同一位会员当个营业日的取款、转出、退款、调整和撤销充值合计，有人审批过的不算；0 表示每次都要。',
          staff_day_from_cents:
            '同一位员工当个营业日的取款、转出、退款、调整和撤销充值合计，有人审批过的不算；0 表示每次都要。',
          request_minutes: '未处理的请求，和批准后未使用的请求。',
        },
        limit: {
          registered_cents: '本金、赠送和待到账的赠送都算在内。',
          unregistered_cents: '本金、赠送和待到账的赠送都算在内。',
          company_transfer_from_cents: '单位一次购买满这个金额，要银行转账。',
          refund_days: '每一笔充值分别计算。',
        },
        wallet: {
          pin_limit_cents:
            '同一储值账户一个营业日内没有验支付密码的支付，加上本次超过这个金额，就要会员输入支付密码；正好这个金额不要。验过密码的和已作废的不累计。',
          payout_pin:
            '钱从储值里出去时，不论金额都要会员本人的支付密码；没有密码的会员看证件，并由另一人授权。关闭时只在超过上面的金额时验。',
          spend_order: '本金和赠送都有时，先扣哪一种。',
          transfer_bonus: '转出本金时，同比例的赠送作废，还是随本金转给对方。',
        },
        session: { failures: '同一账号在同一地址；正确的密码始终可以登录。' },
        stock: { allow_negative: '关闭时，库存不足不能销售。' },
        sms: {
          quiet_from_hour:
            '按会员所属门店的时间；安静时段内营销短信等到结束再发。两个钟点相同则不设安静时段。',
          price_per_part_mills: '用于预估群发费用；45 厘即 0.045 元。',
          opt_out_text: '计入短信字数。',
        },
      },
    },
  },
  en: {
    settings: {
      hints: {
        approval: {
          withdrawal_from_cents: 'From this amount another person approves; 0 is always.',
          transfer_from_cents: 'From this amount another person approves; 0 is always.',
          refund_from_cents: 'From this amount another person approves; 0 is always.',
          adjustment_from_cents: 'From this amount another person approves; 0 is always.',
          top_up_reversal_from_cents: 'From this amount another person approves; 0 is always.',
          return_from_cents: 'From this amount of one return another person approves; 0 is always.',
          late_undo_from_cents:
            'A void or reversal after the end of the business day needs the right to it, and from this amount a second person; 0 is always.',
          member_day_from_cents:
            'Withdrawals, transfers, refunds, adjustments and reversed top-ups of one member on one business day, without what a second person agreed to; 0 is always.',
          staff_day_from_cents:
            'Withdrawals, transfers, refunds, adjustments and reversed top-ups by one person on one business day, without what a second person agreed to; 0 is always.',
          request_minutes: 'While nobody decides it, and while nobody uses the approval.',
        },
        limit: {
          registered_cents: 'Principal, bonus and bonus to come count.',
          unregistered_cents: 'Principal, bonus and bonus to come count.',
          company_transfer_from_cents:
            'A company pays by bank transfer from this amount in one purchase.',
          refund_days: 'Counted for each top-up by itself.',
        },
        wallet: {
          pin_limit_cents:
            'When what was paid from one member’s stored value in a business day without the PIN comes to more than this, with this payment, the PIN is asked for; exactly this much does not ask. What the PIN was shown for, and what was voided, does not count.',
          payout_pin:
            'Money out of stored value asks for its owner’s PIN at every amount; who has none shows a document, and a second person agrees. While off, only above the amount before.',
          spend_order: 'Which goes first when there is principal and bonus.',
          transfer_bonus:
            'When principal is transferred, its share of the bonus is void or goes along.',
        },
        session: { failures: 'Per account at one address; the right password always opens.' },
        stock: { allow_negative: 'While off, what is short can’t be sold.' },
        sms: {
          quiet_from_hour:
            'By the clock of the member’s store; advertising waits until the quiet hours end. Equal hours: never quiet.',
          price_per_part_mills: 'For the estimate before a bulk message; 45 is ¥0.045.',
          opt_out_text: 'Counts as characters of the message.',
        },
      },
    },
  },
};
