/** 13812342046 → 138****2046. Short numbers keep only their last two digits. */
export function maskPhone(phone: string | null | undefined): string | null {
  if (!phone) return null;
  return phone.length >= 8
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : `****${phone.slice(-2)}`;
}

/** 6800102744139208 → 6800 **** **** 9208 */
export function maskCardNo(cardNo: string | null | undefined): string | null {
  if (!cardNo) return null;
  return cardNo.length >= 8
    ? `${cardNo.slice(0, 4)} **** **** ${cardNo.slice(-4)}`
    : `****${cardNo.slice(-2)}`;
}
