import type { TestApp } from '#workshop/testing';
import { anActiveCard } from '../../../../libs/membership/cards/cards.fixtures.js';
import { approval, type Counter, identity } from './counter.fixtures.js';
import { key, type MemberAct, on, type Saver } from './saver.fixtures.js';

/** Acts on the cards of a member, the family card of another person included. */
export function cardActs({ api }: Counter, topUp: object): Record<string, MemberAct> {
  return {
    'a card with a top-up': {
      route: 'POST /api/v1/members/{id}/cards',
      run: (till, { memberId }) =>
        till.post(`${on(memberId)}/cards`, { feeCents: 5_00, topUp }, key()),
    },
    'a loss': {
      route: 'POST /api/v1/cards/{cardNo}/lost',
      run: (till, { cardNo }) => till.post(`/api/v1/cards/${cardNo}/lost`, {}, key()),
    },
    'an unfreezing': {
      route: 'POST /api/v1/cards/{cardNo}/unfreeze',
      run: (till, { cardNo }) =>
        till.post(`/api/v1/cards/${cardNo}/unfreeze`, { identity, approval }, key()),
      refusal: 'card.not_lost',
    },
    'a replacement': {
      route: 'POST /api/v1/cards/{cardNo}/replacement',
      run: (till, { cardNo }) =>
        till.post(
          `/api/v1/cards/${cardNo}/replacement`,
          { feeCents: 5_00, identity, approval },
          key(),
        ),
    },
    'an extension': {
      route: 'POST /api/v1/cards/{cardNo}/extension',
      run: (till, { cardNo }) =>
        till.post(
          `/api/v1/cards/${cardNo}/extension`,
          { expiresOn: '2099-01-01', reason: '补' },
          key(),
        ),
      refusal: 'card.not_later',
    },
    'a limit of a family card': {
      route: 'POST /api/v1/cards/{cardNo}/day-limit',
      prepare: (_, saver) => aFamilyCard(api, saver),
      run: (till, { familyCardNo }) =>
        till.post(
          `/api/v1/cards/${familyCardNo}/day-limit`,
          { dayLimitCents: 50_00, ownerProof: identity, approval },
          key(),
        ),
    },
    'an end of a family card': {
      route: 'POST /api/v1/cards/{cardNo}/unbinding',
      prepare: (_, saver) => aFamilyCard(api, saver),
      run: (till, { familyCardNo }) =>
        till.post(`/api/v1/cards/${familyCardNo}/unbinding`, { identity, approval }, key()),
    },
  };
}

async function aFamilyCard({ db }: TestApp, saver: Saver): Promise<void> {
  saver.familyCardNo ??= (await anActiveCard(db, saver.other)).cardNo;
  await db.query('UPDATE card SET wallet_id = $2 WHERE card_no = $1', [
    saver.familyCardNo,
    saver.walletId,
  ]);
}
