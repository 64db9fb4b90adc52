/** The words of codes: for the screens and for the files. */
export default {
  'zh-CN': {
    campaigns: {
      status: {
        scheduled: '等待发送',
        running: '正在发送',
        paused: '已暂停',
        done: '已完成',
        cancelled: '已取消',
        failed: '没能开始',
      },
    },
  },
  en: {
    campaigns: {
      status: {
        scheduled: 'Scheduled',
        running: 'Sending',
        paused: 'Paused',
        done: 'Done',
        cancelled: 'Cancelled',
        failed: 'Not started',
      },
    },
  },
};
