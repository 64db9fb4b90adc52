/** The words of codes: for the screens and for the files. */
export default {
  'zh-CN': {
    imports: {
      statuses: {
        reading: '正在读取',
        mapping: '待对应',
        checking: '正在试算',
        checked: '待确认',
        committing: '正在导入',
        done: '已完成',
        cancelled: '已停止',
        refused: '文件不能用',
        failed: '出错了',
      },
    },
  },
  en: {
    imports: {
      statuses: {
        reading: 'Being read',
        mapping: 'Columns to match',
        checking: 'Dry run',
        checked: 'To be signed',
        committing: 'Importing',
        done: 'Done',
        cancelled: 'Stopped',
        refused: 'File refused',
        failed: 'Failed',
      },
    },
  },
};
