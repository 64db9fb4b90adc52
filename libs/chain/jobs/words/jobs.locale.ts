/** The words of codes: for the screens and for the files. Topics are named as in the outbox, with a dash for the dot. */
export default {
  'zh-CN': {
    jobs: {
      states: {
        failed: '失败',
        waiting: '等待',
      },
      topics: {
        'campaign-due': '群发短信',
        'export-requested': '导出文件',
        'import-mapped': '导入：试算',
        'import-signed': '导入：写入',
        'import-uploaded': '导入：读取文件',
      },
    },
  },
  en: {
    jobs: {
      states: {
        failed: 'Failed',
        waiting: 'Waiting',
      },
      topics: {
        'campaign-due': 'Campaign',
        'export-requested': 'Export file',
        'import-mapped': 'Import: dry run',
        'import-signed': 'Import: take over',
        'import-uploaded': 'Import: read the file',
      },
    },
  },
};
