/** What is refused about stored value, by code. Amounts arrive formatted. */
export default {
  'zh-CN': {
    errors: {
      wallet: {
        rule_not_in_force: '这条充值规则现在不适用，请重新选择。',
        gift_too_large: '本金加赠送超过单笔上限 {limitCents}，请减少金额。',
        top_up_reversed: '这笔充值已经撤销过了（{receiptNo}）。',
        limit_exceeded: '超过预付卡上限 {limitCents}：最多还能增加 {roomLeftCents}，赠送也算在内。',
        limit_warning:
          '会超过预付卡上限 {limitCents}：最多还能增加 {roomLeftCents}，赠送也算在内。',
        transfer_required: '单位一次购买满 {fromCents}，要银行转账。',
        transfer_advised: '单位一次购买满 {fromCents}，应当银行转账。',
        statement_not_found: '没有这份对账单。',
        statement_period: '日期不正确：结束日不能早于开始日，最长两年。',
        top_up_not_found: '没有这笔充值。',
      },
      payout: {
        not_found: '没有这张小票。',
        above_principal: '超过本金：最多 {principalCents}。赠送不能取出。',
        not_wallet_owner: '这张副卡用的是别人的储值，只有主卡会员可以取出或转出。',
        same_member: '转出和转入是同一位会员。',
        nothing_to_refund: '账户里没有可退的，也没有欠账要处理。',
        figures_changed: '余额刚刚有变动，现在是 {amountCents}，请重新核对。',
        reason_missing: '没有按建议的金额退款，请写明原因。',
        below_refund_right: '近几天的充值可无条件退款：至少退 {rightCents}。',
        debt_undecided: '还有欠账：储值 {walletDebtCents}，积分 {pointsDebt}。请选择免除或补交。',
        settlement_missing: '这是账户的最后一张卡，要同时结清账户。',
        already_reversed: '{receiptNo} 已经撤销过了。',
        not_reversible: '退卡不能撤销。会员可以重新办卡。',
      },
      adjustment: {
        not_found: '没有这张调整单。',
        no_store: '请先选择收银台，或请有本店权限的人办理。',
      },
      approval: {
        required: '这笔业务需要另一人授权。',
        wrong_pin:
          '授权人账号或授权密码不正确，或因多次输错暂停使用。本人可在用户菜单里查看和重设，也可改在自己的设备上审批。',
        too_many_requests: '您的审批请求太多（最多 {limit} 个），请先处理或撤回已有的。',
        too_many_attempts: '试得太频繁，请 {retryAfterSeconds} 秒后再试。',
        own_act: '自己的业务不能由自己授权。',
        not_allowed: '这个人没有授权这笔业务的权限。',
        not_found: '没有这个审批请求。',
        not_approved: '审批请求还没有批准、已失效或已用过，请重新请求。',
        other_request: '批准的是另一笔业务或另一个金额，请重新请求。',
        already_decided: '这个请求已经处理过或已失效。',
        pin_too_weak: '这个授权密码太简单，请换一个。',
      },
      undo: {
        day_is_over:
          '这笔业务是 {businessDate} 办理的，营业日已结束，只有有“过营业日撤销”权限的人（总部）可以撤销。',
      },
    },
  },
  en: {
    errors: {
      wallet: {
        rule_not_in_force: 'This top-up rule does not apply now; choose again.',
        gift_too_large: 'Paid and given together exceed {limitCents} for one top-up; enter less.',
        top_up_reversed: 'This top-up was reversed already ({receiptNo}).',
        limit_exceeded:
          'Above the prepaid limit of {limitCents}: room left {roomLeftCents}, bonus counted.',
        limit_warning:
          'This goes above the prepaid limit of {limitCents}: room left {roomLeftCents}, bonus counted.',
        transfer_required: 'A company pays by bank transfer from {fromCents}.',
        transfer_advised: 'A company should pay by bank transfer from {fromCents}.',
        statement_not_found: 'There is no such statement.',
        statement_period:
          'Check the dates: the last day is not before the first, two years at most.',
        top_up_not_found: 'There is no such top-up.',
      },
      payout: {
        not_found: 'There is no such document.',
        above_principal:
          'More than the principal: {principalCents} at most. Bonus is not paid out.',
        not_wallet_owner:
          "This card uses another member's stored value; only its owner takes value out of it.",
        same_member: 'Giver and receiver are the same member.',
        nothing_to_refund: 'There is no stored value to refund, and no debt to settle.',
        figures_changed:
          'The balance has just changed; it is {amountCents} now. Please check again.',
        reason_missing: 'This is not what is proposed: please say why.',
        below_refund_right:
          'Top-ups of the last days are refunded without conditions: at least {rightCents}.',
        debt_undecided:
          'Debt is left: stored value {walletDebtCents}, points {pointsDebt}. Waive it or have it paid.',
        settlement_missing:
          'This is the last card of this stored value: it is settled with the card.',
        already_reversed: '{receiptNo} was reversed already.',
        not_reversible: 'A closed card stays closed. The member may be given a new one.',
      },
      adjustment: {
        not_found: 'There is no such adjustment.',
        no_store: 'Choose a till first, or ask somebody who works at this store.',
      },
      approval: {
        required: 'This needs a second person.',
        wrong_pin:
          "The approver's login or PIN is wrong, or paused after too many tries. They see and set it in the user menu, or approve on their own device.",
        too_many_requests: 'Too many requests (at most {limit}); withdraw or settle some first.',
        too_many_attempts: 'Too many attempts. Try again in {retryAfterSeconds} seconds.',
        own_act: 'Nobody approves what they do themselves.',
        not_allowed: 'This person may not approve it.',
        not_found: 'There is no such request.',
        not_approved: 'The request is not approved, has expired or was used. Ask again.',
        other_request: 'Something else or another amount was approved. Ask again.',
        already_decided: 'The request was decided already or has expired.',
        pin_too_weak: 'This PIN is too easy to guess. Take another one.',
      },
      undo: {
        day_is_over:
          'It was made on {businessDate}, and that business day is over: only who has the right to undo late (head office) can undo it.',
      },
    },
  },
};
