import { useI18n } from 'vue-i18n';
import { notify } from '../notify.js';
import { useSession } from '../session/session.store.js';
import type { Desk } from './desk.context.js';
import type { DeskCommand } from './keys/keymap.rules.js';
import { swapTender, type Tender } from './pay/payment.rules.js';

/** The parts of the screen that commands move the keyboard to. */
export interface Focus {
  box(): void;
  tender(tender: Tender): void;
  /** Whether the keyboard is in that tender's amount. */
  holds(tender: Tender): boolean;
  quantity(): void;
}

const PERMISSION: Partial<Record<DeskCommand, string>> = {
  topUp: 'wallet.top_up',
  member: 'member.read',
  newMember: 'member.register',
  issueCard: 'card.issue',
  reprint: 'sale.read',
  undo: 'sale.void',
};

/** Nothing of value is done while the server is away. */
const NEEDS_SERVER: ReadonlySet<DeskCommand> = new Set([
  'pay',
  'topUp',
  'newMember',
  'issueCard',
  'acts',
]);

/** What each key of the till does, and when. */
export function useDeskCommands(desk: () => Desk, focus: Focus) {
  const session = useSession();
  const { t } = useI18n();

  function can(command: DeskCommand): boolean {
    const { sale, member, payment, connection } = desk();
    const permission = PERMISSION[command];
    if (permission && !session.can(permission)) return false;
    if (NEEDS_SERVER.has(command) && connection.value !== 'online') return false;
    switch (command) {
      case 'pay':
        return !payment.busy.value && (!sale.isEmpty.value || payment.unknown.value);
      case 'topUp':
      case 'issueCard':
      case 'acts':
        return member.member.value !== null && !sale.frozen.value;
      case 'dropMember':
        return sale.draft.value.memberId !== null && !sale.frozen.value;
      case 'tenderWallet':
        return !sale.isEmpty.value && !sale.frozen.value && member.walletState.value === 'ready';
      case 'tenderScan':
      case 'tenderCash':
      case 'tenderOther':
      case 'quantity':
      case 'removeLine':
        return !sale.isEmpty.value && !sale.frozen.value;
      case 'clearCart':
        return (!sale.isEmpty.value || sale.canRestore.value) && !sale.frozen.value;
      case 'undo':
        return payment.sold.value !== null;
      default:
        return true;
    }
  }

  /** Chooses a tender, or goes to its amount where it is chosen already. Its × takes it out. */
  function tender(kind: Tender): void {
    if (desk().payment.choose(kind)) focus.tender(kind);
  }

  /** WeChat and Alipay share a key: pressed again in the amount of one, it turns that into the other. */
  function scanPay(): void {
    const { sale, payment } = desk();
    const chosen = sale.draft.value.tenders.map((entry) => entry.tender);
    const present = chosen.includes('alipay') ? 'alipay' : 'wechat';
    if (!focus.holds(present)) return tender(present);
    const other = present === 'wechat' ? 'alipay' : 'wechat';
    payment.amend((entries) => swapTender(entries, present, other));
    focus.tender(other);
  }

  function pay(): void {
    const { sale, payment, member } = desk();
    const nothingChosen = sale.draft.value.tenders.length === 0 && payment.quote.value.dueCents > 0;
    if (nothingChosen && !payment.unknown.value) {
      return tender(member.spendableCents.value > 0 ? 'wallet' : 'cash');
    }
    void payment.pay();
  }

  function run(command: DeskCommand): void {
    const { sale, lookup, payment, dialog } = desk();
    if (!can(command)) return explain(command);
    switch (command) {
      case 'pay':
        return pay();
      case 'item':
      case 'member':
        lookup.clear();
        lookup.membersFirst.value = command === 'member';
        return focus.box();
      case 'topUp':
        dialog.value = 'topUp';
        return;
      case 'newMember':
        dialog.value = 'register';
        return;
      case 'issueCard':
        dialog.value = 'issueCard';
        return;
      case 'acts':
        dialog.value = 'acts';
        return;
      case 'dropMember':
        sale.setMember(null, null);
        return focus.box();
      case 'tenderWallet':
        return tender('wallet');
      case 'tenderScan':
        return scanPay();
      case 'tenderCash':
        return tender('cash');
      case 'tenderOther':
        return tender('bank_card');
      case 'quantity':
        return focus.quantity();
      case 'removeLine':
        sale.remove(sale.cart.value.selected);
        return focus.box();
      case 'clearCart':
        sale.clearOrRestore();
        return focus.box();
      case 'reprint':
        dialog.value = 'slips';
        return;
      case 'undo':
        if (payment.sold.value) dialog.value = 'void';
        return;
      case 'lock':
        void session.lock().catch(() => notify('error', t('desk.lock.failed')));
    }
  }

  /** A key that can't do its work says why; silence would look like a broken keyboard. */
  function explain(command: DeskCommand): void {
    const { sale, member, connection } = desk();
    const permission = PERMISSION[command];
    if (permission && !session.can(permission))
      return notify('error', t('errors.access.forbidden'));
    if (NEEDS_SERVER.has(command) && connection.value !== 'online')
      return notify('error', t(`desk.connection.${connection.value}Banner`));
    if (sale.frozen.value) return notify('error', t('desk.pay.frozen'));
    if (command === 'topUp' || command === 'issueCard' || command === 'acts') {
      notify('error', t('desk.member.first'));
      return focus.box();
    }
    if (command === 'tenderWallet' && !sale.isEmpty.value) {
      return notify('error', t(`desk.wallet.state.${member.walletState.value}`));
    }
    const needsLines = ['pay', 'tenderWallet', 'tenderScan', 'tenderCash', 'tenderOther'];
    if (needsLines.includes(command) && sale.isEmpty.value) notify('error', t('desk.cart.first'));
  }

  return { run, can };
}
