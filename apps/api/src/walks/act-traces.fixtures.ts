/** What an act leaves behind: its rows in the audit, with what was before and after, and what is sent because of it. */
interface Traces {
  audit: readonly string[];
  outbox?: readonly string[];
  /** Why there is no row in the audit. */
  because?: string;
}

const DOCUMENT = 'its document says who did what, and cannot be changed';

export const TRACES: Record<string, Traces> = {
  'POST /sales': {
    audit: [],
    outbox: ['sale.posted'],
    because: DOCUMENT,
  },
  'POST /sales/:id/void': {
    audit: ['sale.void before after'],
    outbox: ['sale.voided'],
  },
  'POST /sales/:id/returns': {
    audit: ['sale.return before after'],
    outbox: ['sale.returned'],
  },
  'POST /members/:id/top-ups': {
    audit: [],
    outbox: ['wallet.topped_up'],
    because: DOCUMENT,
  },
  'POST /top-ups/:id/reversal': {
    audit: ['wallet.reverse_top_up before after'],
    outbox: ['wallet.top_up_reversed'],
  },
  'POST /members/:id/withdrawals': {
    audit: ['wallet.withdraw after'],
    outbox: ['wallet.withdrawn'],
  },
  'POST /members/:id/transfers': {
    audit: ['wallet.transfer after'],
    outbox: ['wallet.transferred'],
  },
  'POST /members/:id/wallet-refunds': {
    audit: ['approval.used after', 'wallet.refund after'],
    outbox: ['wallet.refunded'],
  },
  'POST /payouts/:id/reversal': {
    audit: ['wallet.reverse_payout before after'],
    outbox: ['wallet.payout_reversed'],
  },
  'POST /members/:id/wallet-adjustments': {
    audit: ['approval.used after', 'wallet.adjust before after'],
    outbox: ['wallet.adjusted'],
  },
  'POST /members/:id/points-adjustments': {
    audit: ['approval.used after', 'points.adjust before after'],
    outbox: ['wallet.adjusted'],
  },
  'POST /stock/openings': {
    audit: ['stock.open after'],
  },
  'POST /members': {
    audit: ['member.register after', 'card.issue after'],
    outbox: ['wallet.topped_up'],
  },
  'POST /members/tags': {
    audit: ['member.bulk_tag after'],
  },
  'POST /members/:id/level': {
    audit: ['member.change_level before after'],
  },
  'POST /members/:id/pin': {
    audit: ['member.set_pin'],
    outbox: ['member.pin_set'],
  },
  'PUT /members/:id/pin': {
    audit: ['member.change_pin'],
  },
  'POST /members/:id/pin/reset': {
    audit: ['member.reset_pin after', 'approval.used after'],
    outbox: ['member.pin_reset'],
  },
  'PUT /members/:id/identity': {
    audit: ['member.register_identity before after', 'approval.used after'],
    outbox: ['member.identity_replaced'],
  },
  'POST /members/:id/pin/unlock': {
    audit: ['member.unlock_pin before'],
  },
  'POST /members/:id/merge': {
    audit: ['approval.used after', 'member.merge after', 'member.merged_into after'],
    outbox: ['member.merged', 'member.merged'],
  },
  'POST /members/:id/erasing': {
    audit: ['member.erase'],
  },
  'POST /members/:id/statements': {
    audit: ['wallet.make_statement after'],
  },
  'POST /approvals': {
    audit: ['approval.ask after'],
  },
  'POST /approvals/:id/decision': {
    audit: ['approval.approve after'],
  },
  'POST /approvals/:id/cancellation': {
    audit: ['approval.cancel after'],
  },
  'POST /members/:id/cards': {
    audit: ['card.issue after'],
  },
  'POST /cards/:cardNo/lost': {
    audit: ['card.report_lost before after'],
    outbox: ['card.lost'],
  },
  'POST /cards/:cardNo/unfreeze': {
    audit: ['card.unfreeze before after', 'approval.used after'],
  },
  'POST /cards/:cardNo/replacement': {
    audit: ['card.replace before after', 'approval.used after'],
    outbox: ['card.replaced'],
  },
  'POST /cards/:cardNo/extension': {
    audit: ['card.extend before after'],
  },
  'POST /cards/:cardNo/day-limit': {
    audit: ['card.set_limit before after'],
    outbox: ['card.family'],
  },
  'POST /cards/:cardNo/unbinding': {
    audit: ['card.unbind before after', 'approval.used after'],
    outbox: ['card.family'],
  },
  'POST /cards/:cardNo/closing': {
    audit: ['card.close before after', 'approval.used after', 'card.settle after'],
    outbox: ['wallet.refunded'],
  },
  'POST /cards/extensions': {
    audit: ['card.extend_many after'],
  },
  'POST /card-ranges': {
    audit: ['card_range.create after'],
  },
  'POST /card-stock/receipts': {
    audit: ['card.receive_stock after'],
  },
  'POST /card-stock/transfers': {
    audit: ['card.send_stock after'],
  },
  'POST /card-stock/transfers/:id/receipt': {
    audit: ['card.receive_transfer after'],
  },
  'POST /card-stock/found': {
    audit: ['card.find_stock after'],
  },
  'POST /campaigns': {
    audit: ['campaign.create after'],
    outbox: ['campaign.due'],
  },
  'POST /campaigns/:id/pause': {
    audit: ['campaign.pause before after'],
  },
  'POST /campaigns/:id/resume': {
    audit: ['campaign.resume before after'],
    outbox: ['campaign.due'],
  },
  'POST /campaigns/:id/cancel': {
    audit: ['campaign.cancel before after'],
  },
  'POST /campaigns/:id/retry': {
    audit: ['campaign.retry before after'],
    outbox: ['campaign.due'],
  },
  'POST /top-up-rules': {
    audit: ['top_up_rule.create after'],
  },
  'PUT /top-up-rules/:id': {
    audit: ['top_up_rule.edit before after'],
  },
  'POST /top-up-rules/:id/end': {
    audit: ['top_up_rule.end before after'],
  },
  'POST /imports/:id/commit': {
    audit: ['import.commit after'],
    outbox: ['import.signed'],
  },
};
