import type { Desk } from './desk.context.js';

/**
 * The keys that have no command of their own: arrows walk the finds, the cart's lines or the tiles before them, + and − change a quantity,
 * Delete takes a line out, Esc goes back. A letter or digit typed nowhere goes to the one box. Whatever belongs to a
 * focused field stays with it.
 */
export function useBoxKeys(desk: Desk, box: () => HTMLInputElement | null, focusTiles: () => void) {
  const { lookup, sale, payment } = desk;

  return (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const inBox = target === box();
    const inField = !inBox && isField(target);

    if (event.code === 'Escape') return back(event, inBox);
    if (inField) return;
    if (inBox && lookup.open.value) return walkFinds(event);
    if (inBox && lookup.text.value !== '') return;
    if (inBox && sale.isEmpty.value && event.code === 'ArrowDown') {
      event.preventDefault();
      return focusTiles();
    }
    if (onCart(event)) {
      event.preventDefault();
      return;
    }
    if (!inBox && event.key.length === 1 && event.key !== ' ') box()?.focus();
  };

  function back(event: KeyboardEvent, inBox: boolean): void {
    event.preventDefault();
    if (inBox && (lookup.open.value || lookup.text.value !== '')) return lookup.cancel();
    if (inBox && payment.sold.value) return payment.nextSale();
    lookup.membersFirst.value = false;
    desk.focusBox();
  }

  function walkFinds(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code] as 1 | -1 | undefined;
    if (!step) return;
    event.preventDefault();
    lookup.move(step);
  }

  /** True when the key was one of the cart's. */
  function onCart({ code, key }: KeyboardEvent): boolean {
    const { selected } = sale.cart.value;
    if (sale.isEmpty.value) return false;
    switch (code) {
      case 'ArrowDown':
        sale.select(selected + 1);
        return true;
      case 'ArrowUp':
        sale.select(selected - 1);
        return true;
      case 'Delete':
        sale.remove(selected);
        return true;
    }
    if (key === '+' || code === 'NumpadAdd') sale.step(selected, 1);
    else if (key === '-' || code === 'NumpadSubtract') sale.step(selected, -1);
    else return false;
    return true;
  }
}

function isField(target: HTMLElement): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable
  );
}
