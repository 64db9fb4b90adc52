/** Texts that members get: in the chain's language, whatever the cashier's screen speaks. */
import { yuan } from '#kernel/rules';
import type { FamilyEvent } from '#membership/cards/rules';

export const day = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

export const signed = (signature: string, text: string) =>
  signature ? `【${signature}】${text}` : text;

export interface TopUpFigures {
  businessDate: string;
  storeName: string;
  principalCents: number;
  /** What came with it, in words. */
  given: readonly string[];
  principalAfterCents: number;
  bonusAfterCents: number;
  /** Paid in with somebody else's card on the wallet. */
  familyCardNo?: string | null;
}

const tail = (cardNo: string) => `尾号${cardNo.slice(-4)}`;

/** Who did it: the member, or somebody else's card on their wallet. */
const actorWords = (familyCardNo?: string | null) =>
  familyCardNo ? `您的副卡（${tail(familyCardNo)}）` : '您';

export function topUpText(signature: string, top: TopUpFigures): string {
  const given = top.given.map((words) => `，${words}`).join('');
  const balance = yuan(top.principalAfterCents + top.bonusAfterCents);
  return signed(
    signature,
    `${actorWords(top.familyCardNo)}${day(top.businessDate)}在${top.storeName}充值${yuan(top.principalCents)}元${given}，储值余额${balance}元。`,
  );
}

export interface DebitFigures {
  businessDate: string;
  storeName: string;
  /** What paid, and what is left of it, in words. */
  paid: readonly string[];
  /** Paid with somebody else's card on the wallet. */
  familyCardNo?: string | null;
}

export function debitText(signature: string, sale: DebitFigures): string {
  return signed(
    signature,
    `${actorWords(sale.familyCardNo)}${day(sale.businessDate)}在${sale.storeName}消费，${sale.paid.join('；')}。`,
  );
}

/** What every notice about an act names. Amounts are cents. */
export interface Place {
  businessDate: string;
  storeName: string;
}
const there = ({ businessDate, storeName }: Place) => `您${day(businessDate)}在${storeName}`;
const balance = (principal: number, bonus: number) => `储值余额${yuan(principal + bonus)}元。`;
const NOT_YOU = '如非本人操作，请尽快联系门店。';

export interface PayoutFigures extends Place {
  payoutKind: 'withdrawal' | 'transfer' | 'refund' | 'closing';
  paidCents: number;
  depositCents: number;
  /** What went from one member to the other, bonus included. */
  movedCents: number;
  principalAfterCents: number;
  bonusAfterCents: number;
}

export const withdrawalText = (signature: string, act: PayoutFigures): string =>
  signed(
    signature,
    `${there(act)}取款${yuan(act.paidCents)}元，${balance(act.principalAfterCents, act.bonusAfterCents)}`,
  );

export const transferText = (
  signature: string,
  act: PayoutFigures,
  direction: 'out' | 'in',
): string =>
  signed(
    signature,
    `${there(act)}${direction === 'out' ? '转出' : '收到转入'}${yuan(act.movedCents)}元，${balance(act.principalAfterCents, act.bonusAfterCents)}`,
  );

export function refundText(signature: string, act: PayoutFigures): string {
  const parts = [
    ...(act.paidCents ? [`退款${yuan(act.paidCents)}元`] : []),
    ...(act.depositCents ? [`退还押金${yuan(act.depositCents)}元`] : []),
  ];
  const did = parts.length ? `办理${parts.join('、')}` : '办理退卡';
  return signed(
    signature,
    `${there(act)}${did}，${balance(act.principalAfterCents, act.bonusAfterCents)}`,
  );
}

export interface AdjustmentFigures extends Place {
  account: 'principal' | 'bonus' | 'points';
  /** Cents, or points. */
  amount: number;
  balanceAfter: number;
}

export function adjustmentText(signature: string, act: AdjustmentFigures): string {
  const sign = act.amount < 0 ? '减少' : '增加';
  if (act.account === 'points')
    return signed(
      signature,
      `${there(act)}积分${sign}${Math.abs(act.amount)}分，现有${act.balanceAfter}分。`,
    );
  const name = act.account === 'principal' ? '储值本金' : '储值赠送';
  return signed(
    signature,
    `${there(act)}${name}${sign}${yuan(Math.abs(act.amount))}元，现有${yuan(act.balanceAfter)}元。`,
  );
}

export const topUpReversalText = (
  signature: string,
  act: Place & { principalCents: number; taken: readonly string[] },
): string => {
  const taken = act.taken.length ? `，当时${act.taken.join('、')}已收回` : '';
  return signed(signature, `${there(act)}撤销了一笔充值${yuan(act.principalCents)}元${taken}。`);
};

/** Something that was undone, as the member reads of it: `businessDate` is the day it was made on. */
export interface UndoneFigures extends Place {
  walletCents: number;
  balanceCents: number;
}

export const saleVoidText = (signature: string, act: UndoneFigures): string =>
  signed(
    signature,
    `${there(act)}的消费已撤销，退回储值${yuan(act.walletCents)}元，储值余额${yuan(act.balanceCents)}元。`,
  );

export const saleReturnText = (signature: string, act: UndoneFigures): string =>
  signed(
    signature,
    `${there(act)}退货，退回储值${yuan(act.walletCents)}元，储值余额${yuan(act.balanceCents)}元。`,
  );

const UNDONE_WORDS = {
  withdrawal: '取款',
  transfer_out: '转出',
  transfer_in: '收到的转入',
  refund: '退款',
} as const;
export type UndonePayout = keyof typeof UNDONE_WORDS;

export const payoutReversalText = (
  signature: string,
  act: UndoneFigures & { undone: UndonePayout },
): string =>
  signed(
    signature,
    `${there(act)}${UNDONE_WORDS[act.undone]}${yuan(act.walletCents)}元已撤销，储值余额${yuan(act.balanceCents)}元。`,
  );

export const phoneChangedText = (signature: string, act: { storeName: string }): string =>
  signed(signature, `您的会员手机号已在${act.storeName}更改，今后的通知不再发到本号码。${NOT_YOU}`);

export const identityReplacedText = (signature: string, act: { storeName: string }): string =>
  signed(signature, `您的实名登记证件已在${act.storeName}更换。${NOT_YOU}`);

export const pinSetText = (signature: string, act: { storeName: string }): string =>
  signed(signature, `您的支付密码已在${act.storeName}设置。${NOT_YOU}`);

export const pinResetText = (signature: string, act: { storeName: string }): string =>
  signed(signature, `您的支付密码已在${act.storeName}重置。${NOT_YOU}`);

export function mergedText(
  signature: string,
  { storeName, pinEnded }: { storeName: string; pinEnded: boolean },
): string {
  const pin = pinEnded ? '原支付密码已停用，请到店重设。' : '';
  return signed(
    signature,
    `您的会员资料已在${storeName}合并为一份，储值一并转入。${pin}${NOT_YOU}`,
  );
}

/** `until` as the clock of the member's store shows it: 'HH:MM'. */
export const pinLockedText = (signature: string, act: { until: string }): string =>
  signed(signature, `您的支付密码多次输错，已锁定到${act.until}。${NOT_YOU}`);

export interface CardFigures {
  storeName: string;
  cardNo: string;
  newCardNo: string | null;
}

export const cardLostText = (signature: string, act: CardFigures): string =>
  signed(signature, `您${tail(act.cardNo)}的会员卡已在${act.storeName}挂失。${NOT_YOU}`);

export const cardReplacedText = (signature: string, act: CardFigures): string =>
  signed(
    signature,
    `您${tail(act.cardNo)}的会员卡已在${act.storeName}换为${tail(act.newCardNo ?? '')}的新卡，余额不变。`,
  );

export interface FamilyCardFigures extends CardFigures {
  holderName: string;
  dayLimitCents: number | null;
}

/** What the owner of a wallet reads about somebody else's card on it. */
export function familyCardText(
  signature: string,
  event: FamilyEvent,
  act: FamilyCardFigures,
): string {
  const card = `副卡（${tail(act.cardNo)}，${act.holderName}）`;
  const terms =
    act.dayLimitCents === null
      ? '每次支付需您的支付密码'
      : `每日最多用${yuan(act.dayLimitCents)}元`;
  const what: Record<FamilyEvent, string> = {
    bound: `您的储值账户已在${act.storeName}绑定${card}，${terms}。${NOT_YOU}`,
    limit: `您的${card}已在${act.storeName}改为${terms}。${NOT_YOU}`,
    lost: `您的${card}已在${act.storeName}挂失。`,
    unfrozen: `您的${card}已在${act.storeName}解挂，恢复使用。${NOT_YOU}`,
    replaced: `您的${card}已在${act.storeName}换为${tail(act.newCardNo ?? '')}的新卡。${NOT_YOU}`,
    unbound: `您的${card}已在${act.storeName}解除绑定，不再使用您的储值。`,
  };
  return signed(signature, what[event]);
}

const LUNAR_MONTHS = '正二三四五六七八九十冬腊';
const DIGITS = '一二三四五六七八九十';

/** Words of what a template puts in for a member. */
export const MEMBER_TEXT = {
  variables: {
    name: '姓名',
    level: '等级',
    store: '门店',
    balance: '余额',
    principal: '本金',
    bonus: '赠送',
    points: '积分',
    birthday: '生日',
  },
  solarDay: (month: number, ofMonth: number) => `${month}月${ofMonth}日`,
  lunarDay: (month: number, ofMonth: number, leap: boolean) =>
    `农历${leap ? '闰' : ''}${LUNAR_MONTHS[month - 1] ?? month}月${lunarDayWord(ofMonth)}`,
} as const;

function lunarDayWord(ofMonth: number): string {
  if (ofMonth === 20) return '二十';
  if (ofMonth === 30) return '三十';
  const tens = ['初', '十', '廿'][Math.floor((ofMonth - 1) / 10)] ?? '';
  if (ofMonth === 10) return '初十';
  return `${tens}${DIGITS[(ofMonth - 1) % 10] ?? ''}`;
}
