export default {
  'zh-CN': {
    settings: {
      keys: {
        wallet: {
          pin_limit_cents: '一天超过多少要支付密码',
          payout_pin: '取款、转账、退款一律验支付密码',
        },
        approval: {
          withdrawal_from_cents: '取款满多少需审批',
          transfer_from_cents: '转账满多少需审批',
          refund_from_cents: '退款满多少需审批',
          adjustment_from_cents: '调整满多少需审批',
          top_up_reversal_from_cents: '撤销充值满多少需审批',
          return_from_cents: '退货满多少需审批',
          late_undo_from_cents: '过了营业日的撤销满多少需审批',
          member_day_from_cents: '每位会员每天单人办理满多少需审批',
          staff_day_from_cents: '每位员工每天单人办理满多少需审批',
          request_minutes: '审批请求多久失效',
        },
      },
      hints: {
        wallet: {
          pin_limit_cents:
            '同一储值账户一个营业日内没有验支付密码的支付，加上本次超过这个金额，就要会员输入支付密码；正好这个金额不要。验过密码的和已作废的不累计。',
          payout_pin:
            '钱从储值里出去时，不论金额都要会员本人的支付密码；没有密码的会员看证件，并由另一人授权。关闭时只在超过上面的金额时验。',
        },
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
      },
    },
  },
  en: {
    settings: {
      keys: {
        wallet: {
          pin_limit_cents: 'PIN asked above, a day',
          payout_pin: 'PIN for every withdrawal, transfer and refund',
        },
        approval: {
          withdrawal_from_cents: 'Withdrawals need a second person from',
          transfer_from_cents: 'Transfers need a second person from',
          refund_from_cents: 'Refunds need a second person from',
          adjustment_from_cents: 'Adjustments need a second person from',
          top_up_reversal_from_cents: 'Reversing a top-up needs a second person from',
          return_from_cents: 'A return needs a second person from',
          late_undo_from_cents: 'Undoing after its business day needs a second person from',
          member_day_from_cents: 'One member’s day needs a second person from',
          staff_day_from_cents: 'One person’s day needs a second person from',
          request_minutes: 'A request expires after',
        },
      },
      hints: {
        wallet: {
          pin_limit_cents:
            'When what was paid from one member’s stored value in a business day without the PIN comes to more than this, with this payment, the PIN is asked for; exactly this much does not ask. What the PIN was shown for, and what was voided, does not count.',
          payout_pin:
            'Money out of stored value asks for its owner’s PIN at every amount; who has none shows a document, and a second person agrees. While off, only above the amount before.',
        },
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
      },
    },
  },
};
