/** Choosing a till, taking it over, and the locked screen. */
export default {
  'zh-CN': {
    desk: {
      till: {
        title: '选择收银台',
        hint: '{name}，请选择这台电脑所在的收银台。',
        filter: '输入门店或收银台名称',
        start: '开始收银',
        change: '更换收银台',
        none: '没有可用的收银台',
        noneHint: '请让总部为您分配门店，或为门店添加收银台。',
        takeOver: '接管这个收银台',
        takeOverHint: '接管后，对方的画面会锁定，不能再操作。',
      },
      lock: {
        title: '屏幕已锁定',
        signInTitle: '请重新登录',
        kept: '未结账的商品仍在，登录后继续。',
        failed: '没能锁屏：连不上服务器，请稍后再试。',
      },
    },
  },
  en: {
    desk: {
      till: {
        title: 'Choose a till',
        hint: '{name}, which till does this computer stand at?',
        filter: 'Store or till name',
        start: 'start',
        change: 'Change till',
        none: 'No till to use',
        noneHint: 'Ask head office to assign you to a store, or to add a till to it.',
        takeOver: 'Take the till over',
        takeOverHint: 'Their screen is then locked and does nothing any more.',
      },
      lock: {
        title: 'The screen is locked',
        signInTitle: 'Please sign in again',
        kept: 'The open sale is kept and goes on after you sign in.',
        failed: 'Not locked: the server cannot be reached. Try again.',
      },
    },
  },
};
