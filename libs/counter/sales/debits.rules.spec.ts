import { tenderKinds } from '#chain/tenders';
import { moneyTender } from '../../chain/tenders/money.tender.js';
import { pointsTender } from '../../value/points/points.tender.js';
import { walletTender } from '../../value/wallets/wallet.tender.js';
import { debitsOf, type DebitSide } from './debits.rules.js';

tenderKinds(moneyTender, walletTender, pointsTender)();

const CASH = { tender: 'cash', cents: 5_00, units: null };
const WALLET = { tender: 'wallet', cents: 20_00, units: null };
const POINTS = { tender: 'points', cents: 3_00, units: 300 };
const side = (
  whose: DebitSide['whose'],
  memberId: number,
  tenders: DebitSide['tenders'],
): DebitSide => ({
  ...{ whose, memberId, tenders, storeId: 1, storeName: '人民路店', businessDate: '2026-11-22' },
  ...{ familyCardNo: null, voided: false },
  after: { walletCents: 80_00, points: 700 },
});
const told = (owner: number, buyer: number, tenders: DebitSide['tenders']) =>
  debitsOf([side('wallet', owner, tenders), side('buyer', buyer, tenders)]).map(
    ({ memberId, kind, paid }) => [memberId, kind, paid],
  );
const FROM_WALLET = '储值支付20.00元，余额80.00元';
const BY_POINTS = '积分支付300分（抵3.00元），余额700分';

it.each([
  [
    'one message of all that left',
    1,
    1,
    [WALLET, POINTS],
    [[1, 'wallet_debit', [FROM_WALLET, BY_POINTS]]],
  ],
  [
    'each their own, with a family card',
    1,
    2,
    [POINTS, WALLET],
    [
      [1, 'wallet_debit', [FROM_WALLET]],
      [2, 'points_debit', [BY_POINTS]],
    ],
  ],
  ['the buyer alone, where points paid', 1, 2, [POINTS, CASH], [[2, 'points_debit', [BY_POINTS]]]],
  ['nobody, where money paid', 1, 1, [CASH], []],
])('tells %s', (_what, owner, buyer, tenders, expected) =>
  expect(told(owner, buyer, tenders)).toEqual(expected),
);
