/** Texts that members get: in the chain's language, whatever the cashier's screen speaks. */

export const yuan = (cents: number) =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;

export const day = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

export const signed = (signature: string, text: string) =>
  signature ? `【${signature}】${text}` : text;

export interface TopUpFigures {
  businessDate: string;
  storeName: string;
  principalCents: number;
  bonusCents: number;
  principalAfterCents: number;
  bonusAfterCents: number;
}

export function topUpText(signature: string, top: TopUpFigures): string {
  const bonus = top.bonusCents ? `，赠送${yuan(top.bonusCents)}元` : '';
  const balance = yuan(top.principalAfterCents + top.bonusAfterCents);
  return signed(
    signature,
    `您${day(top.businessDate)}在${top.storeName}充值${yuan(top.principalCents)}元${bonus}，储值余额${balance}元。`,
  );
}

export interface DebitFigures {
  businessDate: string;
  storeName: string;
  walletCents: number;
  principalAfterCents: number;
  bonusAfterCents: number;
}

export function debitText(signature: string, sale: DebitFigures): string {
  const balance = yuan(sale.principalAfterCents + sale.bonusAfterCents);
  return signed(
    signature,
    `您${day(sale.businessDate)}在${sale.storeName}消费，储值支付${yuan(sale.walletCents)}元，余额${balance}元。`,
  );
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
