/** Texts that members get: in the chain's language, whatever the cashier's screen speaks. */
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
