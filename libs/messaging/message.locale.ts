/** Texts that members get: in the chain's language, whatever the cashier's screen speaks. */

const yuan = (cents: number) =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;

const day = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

const signed = (signature: string, text: string) => (signature ? `【${signature}】${text}` : text);

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
