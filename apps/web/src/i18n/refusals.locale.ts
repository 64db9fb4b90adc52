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
        whole_units_only: '这个商品按件卖，数量只能是整数。',
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
        tender_needs_member: '储值和积分只有会员才有，请先选会员。',
        two_pins:
          '亲情卡付款要户主的支付密码，积分要持卡人自己的，不能在一笔里一起用；请把积分或储值去掉。',
        card_of_another: '这张卡不属于这位会员。',
        already_voided: '这笔销售已经撤销。',
        partly_returned: '这笔销售已有退货，不能整单撤销。',
      },
      return: {
        not_found: '没有这笔退货。',
        line_unknown: '这笔销售没有第 {lineNo} 行。',
        line_twice: '第 {lineNo} 行填了两次。',
        more_than_left: '第 {lineNo} 行没有这么多可退了，请重新打开。',
        figures_changed: '退回的金额已变化，请重新确认。',
      },
      books: {
        never_verified: '还没有核对过。',
      },
      job: {
        not_failed: '这些任务已不是失败状态，请刷新列表。',
      },
      product: {
        not_found: '没有这个商品。',
        sku_taken: '这个货号已被使用。',
        barcode_taken: '这个条码已被使用。',
        barcode_invalid: '条码 {barcode} 不正确，请检查。',
        barcode_of_person: '{barcode} 是会员卡号或手机号，不能作商品条码。',
        sku_of_person: '这是会员卡号或手机号，不能作货号。',
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
        whole_units_only: 'This product is sold by the piece; its quantity is a whole number.',
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
        tender_needs_member: 'Only members have stored value and points: choose the member first.',
        two_pins:
          'The family card asks for the PIN of whose stored value it is and points for that of the holder: they cannot pay one sale together. Take one of them out.',
        card_of_another: 'This card belongs to another member.',
        already_voided: 'This sale is already voided.',
        partly_returned: 'Something of this sale came back; it cannot be voided as a whole.',
      },
      return: {
        not_found: 'There is no such return.',
        line_unknown: 'The sale has no line {lineNo}.',
        line_twice: 'Line {lineNo} is named twice.',
        more_than_left: 'Less than that is left of line {lineNo}; open the return again.',
        figures_changed: 'The amount that comes back has changed; confirm it again.',
      },
      books: {
        never_verified: 'The books were never verified.',
      },
      job: {
        not_failed: 'These jobs have not failed any more; load the list again.',
      },
      product: {
        not_found: 'There is no such product.',
        sku_taken: 'This SKU is already used.',
        barcode_taken: 'This barcode is already used.',
        barcode_invalid: 'The barcode {barcode} is not right; please check it.',
        barcode_of_person:
          '{barcode} is the number of a card or a mobile; a product cannot have it as a barcode.',
        sku_of_person: 'This is the number of a card or a mobile; it cannot be an SKU.',
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
