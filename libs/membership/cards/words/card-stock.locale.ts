/** The words of the codes of printed cards: for the screens and for the files. */
export default {
  'zh-CN': {
    cardStock: {
      states: { ready: '在库', in_transit: '在途', missing: '未到', damaged: '损坏' },
      kinds: { receive: '入库', transfer: '调拨' },
      statuses: { sent: '已发出', received: '已收货' },
    },
  },
  en: {
    cardStock: {
      states: { ready: 'Ready', in_transit: 'On the way', missing: 'Missing', damaged: 'Damaged' },
      kinds: { receive: 'Receipt', transfer: 'Transfer' },
      statuses: { sent: 'Sent', received: 'Received' },
    },
  },
};
