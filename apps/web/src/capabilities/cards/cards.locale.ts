export default {
  'zh-CN': {
    cards: {
      title: '会员卡',
      search: '卡号或会员姓名',
      cardNo: '卡号',
      store: '发卡门店',
      issuedOn: '发卡日',
      expiresOn: '到期日',
      acts: '操作',
      reportLost: '挂失',
      lostTitle: '挂失会员卡',
      lostMessage: '挂失后这张卡立即不能消费；会员的储值和积分不受影响。',
      lostDone: '卡 {cardNo} 已挂失',
      emptyHint: '在前台登记会员时发第一张卡。',
    },
  },
  en: {
    cards: {
      title: 'Cards',
      search: 'Card number or member',
      cardNo: 'Card number',
      store: 'Issued at',
      issuedOn: 'Issued',
      expiresOn: 'Expires',
      acts: 'Actions',
      reportLost: 'Report lost',
      lostTitle: 'Report a card lost',
      lostMessage:
        "The card can't be used from now on; the member's stored value and points stay as they are.",
      lostDone: 'Card {cardNo} is reported lost',
      emptyHint: 'Issue the first card when registering a member at the desk.',
    },
  },
};
