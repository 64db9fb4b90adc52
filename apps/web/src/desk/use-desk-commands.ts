import { useI18n } from 'vue-i18n';
import { notify } from '../notify.js';
import { useSession } from '../session/session.store.js';
import { kindOf, lineEntry } from './cart/cart-lines.js';
import type { LineEntry } from './cart/cart-line.js';
import type { CartLine } from './cart/cart.rules.js';
import type { Desk } from './desk.context.js';
import type { DeskCommand } from './keys/keymap.rules.js';
import { swapTender, type Tender } from './pay/payment.rules.js';
import {
  isMoneyKey,
  isValueKey,
  MONEY_KEYS,
  type MoneyKey,
  VALUE_KEYS,
} from './tenders/tender.rules.js';

/** The parts of the screen that commands move the keyboard to. */
export interface Focus {
  box(): void;
  tender(tender: Tender): void;
  /** Whether the keyboard is in that tender's amount. */
  holds(tender: Tender): boolean;
  quantity(): void;
}

const PERMISSION: Partial<Record<string, string>> = {
  topUp: 'wallet.top_up',
  member: 'member.read',
  newMember: 'member.register',
  issueCard: 'card.issue',
  reprint: 'sale.read',
  undo: 'sale.void',
  return: 'sale.return',
};

const permissionOf = (command: DeskCommand): string | undefined =>
  PERMISSION[command] ?? lineEntry(command)?.permission;

/** Nothing of value is done while the server is away. */
const NEEDS_SERVER: ReadonlySet<DeskCommand> = new Set([
  'pay',
  'topUp',
  'newMember',
  'issueCard',
  'acts',
  'return',
]);

/** What each key of the till does, and when. */
export function useDeskCommands(desk: () => Desk, focus: Focus) {
  const session = useSession();
  const { t } = useI18n();

  function can(command: DeskCommand): boolean {
    const { sale, member, payment, connection } = desk();
    const permission = permissionOf(command);
    if (permission && !session.can(permission)) return false;
    if (lineEntry(command)) return !sale.frozen.value;
    if (NEEDS_SERVER.has(command) && connection.value !== 'online') return false;
    if (isMoneyKey(command))
      return !sale.isEmpty.value && !sale.frozen.value && payment.tenders.of(command).length > 0;
    if (isValueKey(command)) {
      const value = payment.values.of(command);
      return !sale.isEmpty.value && !sale.frozen.value && value?.obstacle(member) === null;
    }
    switch (command) {
      case 'pay':
        return !payment.busy.value && (!sale.isEmpty.value || payment.unknown.value);
      case 'topUp':
      case 'issueCard':
      case 'acts':
        return member.member.value !== null && !sale.frozen.value;
      case 'dropMember':
        return sale.draft.value.memberId !== null && !sale.frozen.value;
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

  /** Some tenders share a key, as WeChat and Alipay do: pressed again in the amount of one, it turns that into the next. */
  function byMoneyKey(key: MoneyKey): void {
    const { sale, payment } = desk();
    const codes = payment.tenders.of(key).map(({ code }) => code);
    const chosen = sale.draft.value.tenders.map((entry) => entry.tender);
    const present = codes.filter((code) => chosen.includes(code)).at(-1) ?? codes[0];
    if (present === undefined) return;
    const other = codes[(codes.indexOf(present) + 1) % codes.length];
    if (!focus.holds(present) || other === undefined || other === present) return tender(present);
    payment.amend((entries) => swapTender(entries, present, other));
    focus.tender(other);
  }

  /** A line of a kind that is asked for, or one of the cart to be changed. */
  function askLine(entry: LineEntry, line: CartLine | null = null): void {
    desk().lineAsked.value = { entry, line };
  }

  /** Of a line without a quantity, what it was asked for is changed. */
  function quantity(): void {
    const line = desk().sale.selectedLine.value;
    const entry = line?.single && kindOf(line).entry;
    if (entry) askLine(entry, line);
    else focus.quantity();
  }

  function pay(): void {
    const { sale, payment, member } = desk();
    const nothingChosen = sale.draft.value.tenders.length === 0 && payment.quote.value.dueCents > 0;
    if (nothingChosen && !payment.unknown.value) {
      const proposed = payment.values.offered.value.find((value) => value.isProposed?.(member));
      return tender(proposed?.code ?? 'cash');
    }
    void payment.pay();
  }

  function run(command: DeskCommand): void {
    const { sale, lookup, payment, dialog } = desk();
    if (!can(command)) return explain(command);
    if (isMoneyKey(command)) return byMoneyKey(command);
    const entry = lineEntry(command);
    if (entry) return askLine(entry);
    const value = isValueKey(command) ? payment.values.of(command) : undefined;
    if (value) return tender(value.code);
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
      case 'quantity':
        return quantity();
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
      case 'return':
        dialog.value = 'return';
        return;
      case 'lock':
        void session.lock().catch(() => notify('error', t('desk.lock.failed')));
    }
  }

  /** A key that can't do its work says why; silence would look like a broken keyboard. */
  function explain(command: DeskCommand): void {
    const { sale, member, payment, connection } = desk();
    const permission = permissionOf(command);
    if (permission && !session.can(permission))
      return notify('error', t('errors.access.forbidden'));
    if (NEEDS_SERVER.has(command) && connection.value !== 'online')
      return notify('error', t(`desk.connection.${connection.value}Banner`));
    if (sale.frozen.value) return notify('error', t('desk.pay.frozen'));
    if (command === 'topUp' || command === 'issueCard' || command === 'acts') {
      notify('error', t('desk.member.first'));
      return focus.box();
    }
    if (isValueKey(command) && !sale.isEmpty.value) {
      const why = payment.values.of(command)?.obstacle(member);
      return notify('error', t(why ?? 'desk.pay.noTender'));
    }
    const needsLines: readonly string[] = ['pay', ...VALUE_KEYS, ...MONEY_KEYS];
    if (needsLines.includes(command) && sale.isEmpty.value)
      return notify('error', t('desk.cart.first'));
    if (isMoneyKey(command)) notify('error', t('desk.pay.noTender'));
  }

  return { run, can };
}
