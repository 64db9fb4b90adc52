export default {
  'zh-CN': {
    settings: {
      keys: {
        wallet: {
          spend_order: '扣款顺序',
        },
        limit: {
          registered: '实名会员超过限额时',
          registered_cents: '实名会员限额',
          unregistered: '未实名会员超过限额时',
          unregistered_cents: '未实名会员限额',
          company_transfer: '单位大额不转账时',
          company_transfer_from_cents: '单位转账起点',
        },
        sms: {
          on_top_up: '充值后发短信',
          on_top_up_reversal: '撤销充值后发短信',
        },
      },
      hints: {
        wallet: {
          spend_order: '本金和赠送都有时，先扣哪一种。',
        },
        limit: {
          registered_cents: '本金、赠送和待到账的赠送都算在内。',
          unregistered_cents: '本金、赠送和待到账的赠送都算在内。',
          company_transfer_from_cents: '单位一次购买满这个金额，要银行转账。',
        },
      },
      options: {
        proportional: '按比例',
        bonus_first: '先扣赠送',
        principal_first: '先扣本金',
        off: '不限制',
        warn: '提醒，确认后继续',
        stop: '禁止',
      },
    },
  },
  en: {
    settings: {
      keys: {
        wallet: {
          spend_order: 'Spend order',
        },
        limit: {
          registered: 'Registered member above the limit',
          registered_cents: 'Limit of a registered member',
          unregistered: 'Unregistered member above the limit',
          unregistered_cents: 'Limit of an unregistered member',
          company_transfer: 'Company not paying by bank transfer',
          company_transfer_from_cents: 'Companies pay by bank transfer from',
        },
        sms: {
          on_top_up: 'Message after a top-up',
          on_top_up_reversal: 'Message after a reversed top-up',
        },
      },
      hints: {
        wallet: {
          spend_order: 'Which goes first when there is principal and bonus.',
        },
        limit: {
          registered_cents: 'Principal, bonus and bonus to come count.',
          unregistered_cents: 'Principal, bonus and bonus to come count.',
          company_transfer_from_cents:
            'A company pays by bank transfer from this amount in one purchase.',
        },
      },
      options: {
        proportional: 'In proportion',
        bonus_first: 'Bonus first',
        principal_first: 'Principal first',
        off: 'No limit',
        warn: 'Warn, go on after confirming',
        stop: 'Refuse',
      },
    },
  },
};
