/** What the capabilities refuse, by code. Amounts arrive formatted. */
export default {
  'zh-CN': {
    errors: {
      ledger: {
        insufficient: '余额不足：需要 {neededCents}，可用 {availableCents}。',
        insufficient_points: '积分不足：需要 {needed}，可用 {available}。',
        insufficient_visits: '次数不足：需要 {needed}，可用 {available}。',
        stock_short: '库存不足：现有 {availableMilli}。',
        already_reversed: '这笔业务已经撤销过了。',
        partly_undone: '这笔业务已部分退回，不能整笔撤销。',
        not_reversible: '这类业务不能撤销。',
        entry_not_found: '没有这笔账。',
      },
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
        required: '这笔业务需要店长授权。',
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
      segment: {
        not_found: '没有这个分群，可能已被删除或不共享。',
        name_taken: '您已有同名的分群，请换一个名字。',
        not_yours: '只有创建人或总部可以修改这个分群。',
        unknown_field: '条件里的自定义字段“{code}”已不存在，请删去这个条件。',
        refers_to_nothing: '条件里有已删除的标签、等级、门店或区域，请删去或改选。',
        too_slow: '{seconds} 秒内没有数完，请减少条件或缩短时间范围。',
      },
      message_template: {
        not_found: '没有这个模板，可能已被删除。',
        name_taken: '已有同名的模板，请换一个名字。',
        unknown_variable: '不认识的变量：{names}。请从列表里选择。',
        member_not_found: '没有这位会员，请换一位来预览。',
      },
      campaign: {
        not_found: '没有这次群发。',
        nobody: '没有能收到短信的会员，请换一个分群。',
        audience_changed: '能收到的会员已从 {expected} 位变为 {now} 位，请核对后重新确认。',
        too_large: '一次最多发给 {limit} 位会员，请缩小分群。',
        in_the_past: '发送时间已过，请重新选择。',
        too_far: '发送时间最晚为 {days} 天后。',
        wrong_status: '这次群发现在的状态不能这样操作，请刷新后重试。',
        nothing_to_retry: '没有发送失败的短信可以重发。',
      },
      top_up_rule: {
        not_found: '没有这条充值规则。',
        empty: '赠送、积分和等级至少填一项。',
        ends_before_it_starts: '结束日不能早于开始日。',
        too_generous: '赠送过多：最多赠送 {maxBonusCents}、{maxPoints} 积分，请检查金额。',
      },
      stock: {
        short: '库存不足：现有 {availableMilli}。',
        not_goods: '服务没有库存，请只选商品。',
        product_twice: '同一商品出现了两次，请合并。',
      },
      level: {
        not_found: '没有这个等级。',
      },
      store: {
        not_found: '没有这家门店。',
        head_office_stays: '总部不能停用。',
      },
      setting: {
        not_found: '没有这个设置。',
      },
      sale: {
        not_found: '没有这笔销售。',
        price_changed: '价格已变化，请按新价格确认。',
        due_changed: '应收金额已变为 {dueCents}，请确认后再收款。',
        product_not_for_sale: '有商品已停售，请从单上移除。',
        whole_units_only: '这个商品只能按整数销售。',
        tenders_do_not_cover: '还差 {missingCents}，请补足。',
        tenders_exceed: '多了 {excessCents}，请减少。',
        change_only_for_cash: '只有现金可以找零。',
        tender_twice: '同一种支付方式出现了两次。',
        wallet_needs_member: '用储值付款请先选会员。',
        card_of_another: '这张卡不属于这位会员。',
        already_voided: '这笔销售已经撤销。',
      },
      books: {
        never_verified: '还没有核对过。',
      },
      product: {
        not_found: '没有这个商品。',
        sku_taken: '这个货号已被使用。',
        barcode_taken: '这个条码已被使用。',
        barcode_invalid: '条码 {barcode} 不正确，请检查。',
        service_has_no_weight: '服务不能按重量销售。',
        kind_fixed: '已有业务的商品不能改类型。',
      },
      category: {
        not_found: '没有这个分类。',
        code_taken: '这个分类代码已被使用。',
        too_deep: '分类最多三级。',
      },
      report: {
        not_found: '没有这个报表。',
        row_not_found: '没有这一行，请刷新后重试。',
      },
      export: {
        not_found: '没有这个导出文件。',
        not_ready: '文件还没准备好，请稍等。',
        gone: '文件已过期，请重新导出。',
        no_longer_allowed: '文件里有您现在无权查看的内容，请重新导出。',
        too_many: '同时最多 {limit} 个导出任务，请等前面的完成。',
      },
    },
  },
  en: {
    errors: {
      ledger: {
        insufficient: 'Not enough value: {neededCents} needed, {availableCents} available.',
        insufficient_points: 'Not enough points: {needed} needed, {available} available.',
        insufficient_visits: 'Not enough visits: {needed} needed, {available} available.',
        stock_short: 'Stock is short: {availableMilli} on hand.',
        already_reversed: 'This was already reversed.',
        partly_undone: 'A part of this was given back; it cannot be voided as a whole.',
        not_reversible: 'This kind of action cannot be reversed.',
        entry_not_found: 'There is no such entry.',
      },
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
      segment: {
        not_found: 'There is no such segment; it may be deleted or not shared.',
        name_taken: 'You already have a segment of this name; choose another.',
        not_yours: 'Only its owner or head office may change this segment.',
        unknown_field: 'The custom field "{code}" in a condition is gone; take the condition out.',
        refers_to_nothing:
          'A tag, level, store or region in a condition was deleted; choose another or take it out.',
        too_slow: 'Not counted within {seconds} seconds; use fewer conditions or a shorter time.',
      },
      message_template: {
        not_found: 'There is no such template; it may be deleted.',
        name_taken: 'There is a template of this name; choose another.',
        unknown_variable: 'Unknown variables: {names}. Choose from the list.',
        member_not_found: 'There is no such member; choose another one for the preview.',
      },
      campaign: {
        not_found: 'There is no such campaign.',
        nobody: 'Nobody can get this message; choose another segment.',
        audience_changed:
          'Those who can get it went from {expected} to {now}; check and confirm again.',
        too_large: 'At most {limit} members at a time; narrow the segment.',
        in_the_past: 'That time has passed; choose another.',
        too_far: 'Choose a time within {days} days.',
        wrong_status: 'This campaign no longer stands so that this can be done; refresh.',
        nothing_to_retry: 'No message failed, so there is nothing to send again.',
      },
      top_up_rule: {
        not_found: 'There is no such top-up rule.',
        empty: 'Give bonus, points or a level.',
        ends_before_it_starts: 'The last day is before the first.',
        too_generous:
          'It gives too much: at most {maxBonusCents} and {maxPoints} points. Check the amounts.',
      },
      stock: {
        short: 'Stock is short: {availableMilli} on hand.',
        not_goods: 'Services have no stock; choose goods only.',
        product_twice: 'A product appears twice; put it on one line.',
      },
      level: {
        not_found: 'There is no such level.',
      },
      store: {
        not_found: 'There is no such store.',
        head_office_stays: 'Head office cannot be closed.',
      },
      setting: {
        not_found: 'There is no such setting.',
      },
      sale: {
        not_found: 'There is no such sale.',
        price_changed: 'Prices have changed; confirm the new ones.',
        due_changed: 'The amount due is now {dueCents}; confirm before taking payment.',
        product_not_for_sale: 'An item is no longer on sale; take it off.',
        whole_units_only: 'This product is sold in whole units only.',
        tenders_do_not_cover: '{missingCents} still to pay.',
        tenders_exceed: '{excessCents} too much; please reduce it.',
        change_only_for_cash: 'Change is given for cash only.',
        tender_twice: 'The same way of paying appears twice.',
        wallet_needs_member: 'Choose the member to pay from stored value.',
        card_of_another: 'This card belongs to another member.',
        already_voided: 'This sale is already voided.',
      },
      books: {
        never_verified: 'The books were never verified.',
      },
      product: {
        not_found: 'There is no such product.',
        sku_taken: 'This SKU is already used.',
        barcode_taken: 'This barcode is already used.',
        barcode_invalid: 'The barcode {barcode} is not right; please check it.',
        service_has_no_weight: 'A service is not sold by weight.',
        kind_fixed: 'The kind of a product that was used cannot change.',
      },
      category: {
        not_found: 'There is no such category.',
        code_taken: 'This category code is already used.',
        too_deep: 'Categories have three levels at most.',
      },
      report: {
        not_found: 'There is no such report.',
        row_not_found: 'This row is gone; please refresh.',
      },
      export: {
        not_found: 'There is no such export.',
        not_ready: 'The file is not ready yet; wait a moment.',
        gone: 'The file has expired; export again.',
        no_longer_allowed: 'The file shows what you may no longer see; export again.',
        too_many: 'At most {limit} exports at a time; wait for one to finish.',
      },
    },
  },
};
