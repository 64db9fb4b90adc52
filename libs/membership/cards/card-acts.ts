import { allows, type CardAct, type CardStatus } from './card.rules.js';
import { CardError } from './card.errors.js';

/**
 * Refuses what the status of a card does not allow. Errors: card.lost (a frozen card), card.not_lost (nothing to unfreeze),
 * card.not_active.
 */
export function assertAct(status: CardStatus, act: CardAct): void {
  if (allows(status, act)) return;
  if (act === 'unfreeze') throw CardError.notLost({ status });
  if (status === 'lost' && act !== 'reportLost') throw CardError.lost();
  throw CardError.notActive({ status });
}
