/** Words for the fields of audit rows about cards. */
export default {
  'zh-CN': {
    audit: {
      fields: {
        cards: '卡',
        cardNo: '卡号',
        newCardNo: '新卡号',
        depositCents: '押金',
        feeCents: '工本费',
        expiresOn: '到期日',
        prefix: '号段',
        fromStoreId: '调出门店',
        toStoreId: '调入门店',
        numbers: '卡号',
        dayLimitCents: '每日限额',
        holderId: '持卡会员',
        ownerId: '主卡会员',
      },
    },
  },
  en: {
    audit: {
      fields: {
        cards: 'Cards',
        cardNo: 'Card no.',
        newCardNo: 'New card no.',
        depositCents: 'Deposit',
        feeCents: 'Fee',
        expiresOn: 'Valid until',
        prefix: 'Range',
        fromStoreId: 'From store',
        toStoreId: 'To store',
        numbers: 'Card numbers',
        dayLimitCents: 'Limit a day',
        holderId: 'Card holder',
        ownerId: 'Owner of the stored value',
      },
    },
  },
};
