export default {
  'zh-CN': {
    settings: {
      find: '查找设置',
      noneFound: '没有这样的设置',
      showAll: '显示全部',
      unsaved: '{n} 项未保存',
      discard: '放弃修改',
      saved: '已保存 {n} 项',
      leaveTitle: '有未保存的设置',
      leaveAsk: '离开后，未保存的修改会丢失。',
      leave: '离开',
      stay: '留在此页',
    },
  },
  en: {
    settings: {
      find: 'Find a setting',
      noneFound: 'No such setting',
      showAll: 'Show all',
      unsaved: '{n} not saved',
      discard: 'Discard',
      saved: '{n} saved',
      leaveTitle: 'Settings are not saved',
      leaveAsk: 'If you leave, what you changed is lost.',
      leave: 'Leave',
      stay: 'Stay',
    },
  },
};
